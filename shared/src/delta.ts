/** What changed between the last release and now: the publisher's question to `affected`. */
import type { Item, ItemType } from './content/item.ts';
import type { Tombstone } from './feed.ts';

/** What a document was or is to the public. */
export type Standing = { item: Item; at?: string } | { tombstone: Tombstone } | undefined;

/** One document whose standing changed. */
export interface ItemChange {
  type: ItemType;
  id: string;
  /** Its newest revision. */
  revision: number;
  /** The editor's act behind that revision, where the feed names it. */
  act?: string;
  /** At the last release. */
  before: Standing;
  /** In the snapshot. */
  after: Standing;
}

/** Each document at most once, in rising order of revision. */
export type Delta = readonly ItemChange[];

/** The published form, where there is one. */
export function itemOf(standing: Standing): Item | undefined {
  return standing !== undefined && 'item' in standing ? standing.item : undefined;
}

/** Both forms of a changed document, as far as there are any: the former first. */
export function formsOf({ before, after }: ItemChange): Item[] {
  return [itemOf(before), itemOf(after)].filter((item) => item !== undefined);
}
