/**
 * The months of lists. What comes into a month or leaves it moves all that stands after it; what is only shown
 * differently stays on its page. A month that appears or vanishes is linked from its neighbours.
 */
import { indexPath, itemPath, monthPath } from '@xinglin/shared/paths.js';
import type { ListQuery, Position } from '@xinglin/shared/snapshot.js';
import { countIn, monthNames, monthSize, pageCount, pagesOf } from '../views/archive.ts';
import type { datedTypes } from '../views/sitemap.ts';
import type { Scope } from './scope.ts';

/** A list that grows by months. */
export interface List {
  key: string;
  /** Where its months stand or stood. */
  paths(): string[];
  months(): string[];
  count(month: string, before?: Position): number;
}

/** The list of what names an owner: a channel, a tag, a series. */
export function ownerList(scope: Scope, owner: ListQuery['owner']): List {
  const { id } = owner;
  const type = owner.type as 'channel' | 'series' | 'tag';
  return {
    key: `${type} ${id}`,
    paths: () => scope.addresses(type, id).map(({ slug }) => itemPath(type, slug)),
    months: () => monthNames(scope.snapshot, { type, id }),
    count: (month, before) => countIn(scope.snapshot, { type, id }, month, before),
  };
}

/** All items of a dated type. */
export function typeList({ snapshot }: Scope, type: (typeof datedTypes)[number]): List {
  return {
    key: type,
    paths: () => [indexPath(type)],
    months: () => snapshot.monthsOf(type),
    count: (month, before) => snapshot.countOf(type, month, before),
  };
}

interface Month {
  list: List;
  month: string;
  arrived: Position[];
  departed: Position[];
  touched: Position[];
}

/** What came, went and was touched in the months of all lists. */
export class Months {
  readonly #months = new Map<string, Month>();

  /** An item that stood at `was` and stands at `is`; `seen` where it is shown differently. */
  change(list: List, was: Position | undefined, is: Position | undefined, seen: boolean): void {
    if (was !== undefined && is !== undefined && was.sort === is.sort) {
      if (seen) this.#of(list, is).touched.push(is);
      return;
    }
    if (was !== undefined) this.#of(list, was).departed.push(was);
    if (is !== undefined) this.#of(list, is).arrived.push(is);
  }

  /** Names the pages of all of them. */
  settle(scope: Scope): void {
    for (const month of this.#months.values()) settleMonth(scope, month);
  }

  #of(list: List, { sort }: Position): Month {
    const month = sort.slice(0, 7);
    const key = `${list.key} ${month}`;
    const known = this.#months.get(key);
    if (known !== undefined) return known;
    const made: Month = { list, month, arrived: [], departed: [], touched: [] };
    this.#months.set(key, made);
    return made;
  }
}

/**
 * Both ways of a month's items are the same below the oldest that came or went, so that its rank among what is
 * there now tells from which page on they differ.
 */
function settleMonth(scope: Scope, { list, month, arrived, departed, touched }: Month): void {
  const is = list.count(month);
  const was = is - arrived.length + departed.length;
  const last = Math.max(pageCount(is), pageCount(was));
  const pageAt = (position: Position) => 1 + Math.floor(list.count(month, position) / monthSize);
  const pages = new Set(touched.map(pageAt));
  const first = Math.min(last + 1, ...[...arrived, ...departed].map(pageAt));
  const from = pageCount(is) === pageCount(was) ? first : 1;
  for (let page = from; page <= last; page += 1) pages.add(page);
  for (const path of list.paths()) for (const page of pages) scope.name(monthPath(path, month, page));
  if ((is === 0) !== (was === 0)) besides(scope, list, month);
}

/** The months next to one that appeared or vanished. */
function besides(scope: Scope, list: List, month: string): void {
  const others = list.months().filter((one) => one !== month);
  const newer = others.filter((one) => one > month).sort()[0];
  const older = others
    .filter((one) => one < month)
    .sort()
    .at(-1);
  for (const one of [newer, older]) {
    if (one === undefined) continue;
    for (const path of list.paths()) scope.name(...pagesOf(list.count(one), path, one));
  }
}

/** Every page of every month of an owner's list, at `paths` or wherever it stands and stood. */
export function everyMonth(scope: Scope, owner: ListQuery['owner'], paths?: readonly string[]): void {
  const list = ownerList(scope, owner);
  const months = list.months();
  for (const path of paths ?? list.paths()) {
    for (const month of months) scope.name(...pagesOf(list.count(month), path, month));
  }
}
