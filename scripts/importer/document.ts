/** A read page and the hubs it refers to ─► the document that goes through the intake. Pure. */
import { sha256 } from '@xinglin/shared/digest.js';
import type { IntakeDocument } from '@xinglin/shared/intake.js';
import type { DraftTexts } from './draft.ts';
import type { Hubs } from './hubs.ts';
import type { ImportedPage } from './page.ts';

/**
 * The page's own key: where it stood, its title and its day, all in the page's bytes, so that importing it
 * again finds the same document whatever was restored in between.
 */
export function pageKey(page: ImportedPage): string {
  const identity = [...page.channelPath, page.series ?? '', page.title, page.publishedOn].join('\n');
  return `article/import/${sha256(identity).slice(0, 20)}`;
}

export function articleDocument(
  page: ImportedPage,
  texts: DraftTexts['texts'],
  hubs: Hubs,
  publish: boolean,
): IntakeDocument {
  const { publishedOn, publishedTime, views, writers, photographers, editors } = page;
  const data = {
    ...texts,
    publishedOn,
    publishedTime,
    writers,
    photographers,
    editors,
    legacyViews: views,
    series: hubs.series?.reference,
    channel: hubs.channels.at(-1)?.reference,
    sources: hubs.sources.map(({ kind, label, hub }) => ({
      kind,
      label,
      ...(hub === undefined ? {} : { [kind === '院区' ? 'campus' : 'department']: hub.reference }),
    })),
    tags: hubs.tags.length === 0 ? undefined : hubs.tags.map(({ reference }) => reference),
  };
  const named = Object.entries(data).filter(([, value]) => value !== undefined);
  return { key: pageKey(page), type: 'article', data: Object.fromEntries(named), publish };
}
