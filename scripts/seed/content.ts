/** All demo documents, checked against each other before anything is sent. */
import { fileURLToPath } from 'node:url';
import { indexPath, parseItemPath, sections } from '@xinglin/shared/paths.js';
import { type DemoDocument, mediaKeysIn, referencesIn, textsIn } from './documents.ts';
import { ContentFault } from './front-matter.ts';
import { inSendingOrder } from './sequence.ts';
import { structureDocuments } from './structure.ts';
import { textDocuments } from './text-files.ts';

/** Where the texts lie. */
export const contentDirectory = fileURLToPath(new URL('content/', import.meta.url));

/**
 * Loads the demo content in sending order.
 * @param today The day of seeding in Asia/Shanghai.
 * @throws ContentFault naming every reference that leads nowhere.
 */
export function demoDocuments(today: string, mediaKeys: ReadonlySet<string>): DemoDocument[] {
  const documents = [...structureDocuments(), ...textDocuments(contentDirectory, today)];
  const problems = problemsOf(documents, mediaKeys);
  if (problems.length > 0) throw new ContentFault(problems.join('\n'));
  return inSendingOrder(documents);
}

/** What is wrong between the documents: keys used twice, references and links that lead nowhere. */
export function problemsOf(documents: readonly DemoDocument[], mediaKeys: ReadonlySet<string>): string[] {
  const keys = new Set(mediaKeys);
  const problems: string[] = [];
  for (const { key, place } of documents) {
    if (keys.has(key)) problems.push(`${place}: the key ${key} is used twice.`);
    keys.add(key);
  }
  for (const { data, place } of documents) {
    const texts = textsIn(data);
    for (const key of [...referencesIn(data), ...texts.flatMap(mediaKeysIn)]) {
      if (!keys.has(key)) problems.push(`${place}: names ${key}, which does not exist.`);
    }
    for (const path of [...texts.flatMap(pathsIn), ...urlsIn(data)]) {
      if (!leadsSomewhere(path, keys)) problems.push(`${place}: links to ${path}, which does not exist.`);
    }
  }
  return problems;
}

const markdownTarget = /\]\((\/[^\s)]*)/g;
const indexes: ReadonlySet<string> = new Set(
  (Object.keys(sections) as (keyof typeof sections)[]).map((type) => indexPath(type)),
);

function pathsIn(text: string): string[] {
  return Array.from(text.matchAll(markdownTarget), (match) => match[1] as string);
}

/** Site paths in fields called `url` or ending so. */
function urlsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(urlsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, entry]) =>
    typeof entry === 'string' && /url$/i.test(name) && entry.startsWith('/') ? [entry] : urlsIn(entry),
  );
}

function leadsSomewhere(path: string, keys: ReadonlySet<string>): boolean {
  if (path === '/' || indexes.has(path)) return true;
  const target = parseItemPath(path);
  return target !== undefined && keys.has(`${target.type}/${target.slug}`);
}
