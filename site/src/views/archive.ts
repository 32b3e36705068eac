/**
 * Lists that grow: the newest few on the index, everything in calendar months. A month is numbered from its
 * oldest item, so that a new one touches the last page of one month and nothing else (law 3).
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { monthPath } from '@xinglin/shared/paths.js';
import type { Place } from '@xinglin/shared/place.js';
import type { ListQuery, Position, Snapshot } from '@xinglin/shared/snapshot.js';
import { entryOf, type ListEntry, type Listed, newestFirst, type Room } from './listing.ts';

/** How many items an index shows, and a page of a month. */
export const indexSize = 20;
export const monthSize = 50;

/** What a list holds: all articles and notices that name its owner. */
export type Owner = ListQuery['owner'];

export interface MonthLink {
  /** `2024-03` */
  month: string;
  path: string;
}

export interface MonthList {
  month: string;
  entries: ListEntry[];
  page: number;
  /** Paths of all pages of this month, the first one first. */
  pages: string[];
  newer?: MonthLink;
  older?: MonthLink;
}

export const listedTypes = ['article', 'notice'] as const;

function itemsOf(snapshot: Snapshot, owner: Owner, options: { limit?: number; month?: string }): Listed[] {
  return newestFirst(
    listedTypes.flatMap((type): Listed[] => snapshot.naming({ owner, type, rels: listRels }, options)),
  );
}

/** An article belongs to a list by these relations; not, for instance, by having it as a source. */
export const listRels = ['channel', 'alsoIn', 'tags', 'series'] as const;

/** The newest items of a list. */
export function newestOf(snapshot: Snapshot, owner: Owner, limit = indexSize): Listed[] {
  return itemsOf(snapshot, owner, { limit }).slice(0, limit);
}

/** An item in the list of its owner. Within a series, the name of the series goes without saying. */
export function entryIn(snapshot: Snapshot, owner: Owner, item: Listed, room: Room): ListEntry {
  const { label, ...entry } = entryOf(snapshot, item, room);
  return { ...entry, ...(owner.type !== 'series' && { label }) };
}

/** All months of a list, newest first. */
export function monthsOf(snapshot: Snapshot, owner: Owner, listPath: string): MonthLink[] {
  return monthLinks(monthNames(snapshot, owner), listPath);
}

/** The months in which a list holds anything, in no order. */
export function monthNames(snapshot: Snapshot, owner: Owner): string[] {
  return [...new Set(listedTypes.flatMap((type) => snapshot.months({ owner, type, rels: listRels })))];
}

/** Links to months, each once, newest first. */
export function monthLinks(months: Iterable<string>, listPath: string): MonthLink[] {
  return [...new Set(months)]
    .sort((a, b) => compareCodeUnits(b, a))
    .map((month) => ({ month, path: monthPath(listPath, month) }));
}

/** The paths of all months of a list and of their pages. */
export function archivePaths(snapshot: Snapshot, owner: Owner, listPath: string): string[] {
  return monthNames(snapshot, owner).flatMap((month) =>
    pagesOf(countIn(snapshot, owner, month), listPath, month),
  );
}

/** Whether a list has this page of this month. */
export function hasMonth(snapshot: Snapshot, owner: Owner, { month, page }: Place): boolean {
  return page <= pageCount(countIn(snapshot, owner, month));
}

/** How many items of a month a list holds; only those older than a position where it is given. */
export function countIn(snapshot: Snapshot, { type, id }: Owner, month: string, before?: Position): number {
  const counts = listedTypes.map((from) =>
    snapshot.countNaming({ owner: { type, id }, type: from, rels: listRels }, month, before),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One page of a month; undefined where the list has no such page. */
export function monthOf(
  snapshot: Snapshot,
  owner: Owner,
  listPath: string,
  place: Place,
): MonthList | undefined {
  const items = itemsOf(snapshot, owner, { month: place.month });
  const months = monthsOf(snapshot, owner, listPath);
  return pageOfMonth(items, months, listPath, place, (item) => entryIn(snapshot, owner, item, 'row'));
}

/**
 * The part of a month's items that one page shows.
 * @param items all of the month, newest first.
 * @param months all months of the list, newest first.
 */
export function pageOfMonth<Item>(
  items: readonly Item[],
  months: readonly MonthLink[],
  listPath: string,
  { month, page }: Place,
  entry: (item: Item) => ListEntry,
): MonthList | undefined {
  const pages = pagesOf(items.length, listPath, month);
  if (items.length === 0 || page > pages.length) return undefined;
  const at = months.findIndex((link) => link.month === month);
  const oldestFirst = items.toReversed().slice((page - 1) * monthSize, page * monthSize);
  return {
    month,
    entries: oldestFirst.reverse().map(entry),
    page,
    pages,
    newer: months[at - 1],
    older: months[at + 1],
  };
}

/** The paths of a month's pages, the first one first. */
export function pagesOf(count: number, listPath: string, month: string): string[] {
  return Array.from({ length: pageCount(count) }, (_, index) => monthPath(listPath, month, index + 1));
}

/** How many pages a month of so many items has. */
export function pageCount(count: number): number {
  return Math.ceil(count / monthSize);
}
