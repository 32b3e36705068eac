/** The order of sending: the intake knows a key only once its document came, so what is named goes first. */
import { type DemoDocument, referencesIn } from './documents.ts';
import { ContentFault } from './front-matter.ts';

/**
 * Orders documents so that each stands after all that it names; otherwise in their own order.
 * @throws ContentFault where documents name each other in a circle, naming the circle.
 */
export function inSendingOrder(documents: readonly DemoDocument[]): DemoDocument[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const done = new Set<string>();
  const ordered: DemoDocument[] = [];
  const visit = (document: DemoDocument, path: readonly string[]): void => {
    if (done.has(document.key)) return;
    if (path.includes(document.key)) {
      const circle = [...path.slice(path.indexOf(document.key)), document.key];
      throw new ContentFault(
        `${document.place}: ${circle.join(' → ')}: documents name each other in a circle. Remove one of the references.`,
      );
    }
    for (const key of referencesIn(document.data)) {
      const named = byKey.get(key);
      if (named !== undefined) visit(named, [...path, document.key]);
    }
    done.add(document.key);
    ordered.push(document);
  };
  for (const document of documents) visit(document, []);
  return ordered;
}
