/** One page of one calendar month of any list: of a channel, a tag, a series, all of a type. */
import type { Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type MonthList, monthOf, type Owner } from './archive.ts';
import { monthLabel } from './dates.ts';
import { describeList } from './list.ts';
import { type Crumb, type PageView, pageOf } from './page.ts';

export interface ListMonthView extends PageView {
  title: string;
  list: MonthList;
  /** The list's own page. */
  index: { label: string; path: string };
}

/** The list that months are of. */
export interface MonthOf {
  name: string;
  path: string;
  /** The way from home to the list's own page. */
  way: Crumb[];
}

/** The month at `place` of what names an owner; undefined where there is none. */
export function listMonth(
  snapshot: Snapshot,
  place: Place,
  { owner, ...of }: MonthOf & { owner: Owner },
): ListMonthView | undefined {
  const list = monthOf(snapshot, owner, of.path, place);
  return list && monthView(snapshot, place, list, of);
}

/** The page of a month that is known. */
export function monthView(snapshot: Snapshot, place: Place, list: MonthList, of: MonthOf): ListMonthView {
  const month = monthLabel(list.month);
  const title = `${of.name} ${month}${list.page === 1 ? '' : `（第${list.page}页）`}`;
  const titles = list.entries.map((entry) => entry.title);
  return {
    ...pageOf(snapshot, {
      path: place.path,
      title,
      description: describeList(title, titles),
      way: [...of.way, { label: month }],
    }),
    title,
    list,
    index: { label: of.name, path: of.path },
  };
}
