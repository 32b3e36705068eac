/** What an audit of the live site works with, and what it tells. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { ByteDifference } from './first-difference.ts';

/** Permanent names of what can be wrong with a file. */
export type FaultKind =
  | 'missing'
  | 'changed'
  | 'foreign'
  | 'unfinished'
  | 'variant'
  | 'object'
  | 'stale'
  | 'unplanned'
  | 'unmade';

/** One thing wrong with the live site or its store. */
export interface AuditFault {
  kind: FaultKind;
  /** URL path, or the file's name below its folder. */
  path: string;
  /** One Chinese sentence without the path. */
  problem: string;
  difference?: ByteDifference;
}

/** A folder of files as it lies on a disk, the served tree for one. Reads only. */
export interface FolderReader {
  /** Bytes of a file by its name, `news/a/index.html`; undefined where it is not there. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** The names of all files, hidden ones included. */
  names(): Promise<string[]>;
}

/** Told now and then while a long audit goes on. */
export type OnProgress = (done: number, total: number) => void;

/** Files read at once: decompressing runs on other threads. */
export const atOnce = 8;

/** Does `work` for every item, some at a time. */
export async function forEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  onProgress: OnProgress,
  most = atOnce,
): Promise<void> {
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next] as Item;
      next += 1;
      await work(item);
      done += 1;
      onProgress(done, items.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
}

/** In code-unit order of paths. */
export function byPath(faults: readonly AuditFault[]): AuditFault[] {
  return [...faults].sort((a, b) => compareCodeUnits(a.path, b.path));
}

/** `count` of the items, evenly spread from a random beginning; all where there are not more. */
export function sampleOf<Item>(
  items: readonly Item[],
  count: number | undefined,
  random = Math.random,
): Item[] {
  if (count === undefined || items.length <= count) return [...items];
  const start = Math.floor(random() * items.length);
  return Array.from(
    { length: count },
    (_, at) => items[(start + Math.floor((at * items.length) / count)) % items.length] as Item,
  );
}
