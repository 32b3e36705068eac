/** One page of one calendar month of any list: of a channel, a tag, a series. */
import type { Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type MonthList, monthOf, type Owner } from './archive.ts';
import { monthLabel } from './dates.ts';
import { type Crumb, type PageView, pageOf } from './page.ts';

export interface ListMonthView extends PageView {
  title: string;
  list: MonthList;
  /** The list's own page. */
  index: { label: string; path: string };
}

/** The list that months are of. */
export interface MonthOwner {
  owner: Owner;
  name: string;
  path: string;
  /** The way from home to the list's own page. */
  way: Crumb[];
}

/** The month at `place`; undefined where the list has none. */
export function listMonth(snapshot: Snapshot, place: Place, list: MonthOwner): ListMonthView | undefined {
  const found = monthOf(snapshot, list.owner, list.path, place);
  if (found === undefined) return undefined;
  const month = monthLabel(found.month);
  const title = `${list.name} ${month}`;
  return {
    ...pageOf(snapshot, { path: place.path, title, way: [...list.way, { label: month }] }),
    title,
    list: found,
    index: { label: list.name, path: list.path },
  };
}
