/** All articles, notices, videos or consultations: the newest 20, and calendar months, as channels have them. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { indexPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type MonthLink, monthLinks, pageCount, pageOfMonth, pagesOf } from './archive.ts';
import { consultationEntry, videoDetail, videoEntry } from './dated-entries.ts';
import { monthLabel } from './dates.ts';
import type { Kind } from './kind.ts';
import { articleEntry, type ListEntry, noticeEntry } from './listing.ts';
import type { ListMonthView } from './month.ts';
import { type PageView, pageOf } from './page.ts';
import { activeSuspensions, type SuspensionView } from './suspensions.ts';

type DatedType = 'article' | 'notice' | 'video' | 'consultation';

export interface TypeIndexView extends PageView {
  title: string;
  /** What holds now stands above all notices. */
  suspensions: SuspensionView[];
  entries: ListEntry[];
  months: MonthLink[];
}

const indexSize = 20;

/** `detail` adds what the newest ones show. */
const entryOf: {
  [Type in DatedType]: (snapshot: Snapshot, item: ItemOf<Type>, detail: boolean) => ListEntry;
} = {
  article: articleEntry,
  notice: (_, item) => noticeEntry(item),
  video: (snapshot, item, detail) => (detail ? videoDetail(snapshot, item) : videoEntry(item)),
  consultation: (_, item) => consultationEntry(item),
};

/** The two kinds of pages that list a dated type as a whole. */
export function typeKinds<Type extends DatedType>(
  type: Type,
  title: string,
): { index: Kind<TypeIndexView>; month: Kind<ListMonthView> } {
  const path = indexPath(type);
  const links = (snapshot: Snapshot) => monthLinks(snapshot.monthsOf(type), path);
  return {
    index: {
      paths: () => [path],
      view: (snapshot) => ({
        ...pageOf(snapshot, { path, title, way: [{ label: title }] }),
        title,
        suspensions: type === 'notice' ? activeSuspensions(snapshot) : [],
        entries: snapshot.newest(type, indexSize).map((item) => entryOf[type](snapshot, item, true)),
        months: links(snapshot),
      }),
    },
    month: {
      paths: (snapshot) =>
        snapshot.monthsOf(type).flatMap((month) => pagesOf(snapshot.countOf(type, month), path, month)),
      has: (snapshot, { month, page }) => page <= pageCount(snapshot.countOf(type, month)),
      view(snapshot, place) {
        const items = snapshot.newest(type, -1, place.month);
        const list = pageOfMonth(items, links(snapshot), path, place, (item) =>
          entryOf[type](snapshot, item, false),
        );
        if (list === undefined) return undefined;
        const month = monthLabel(place.month);
        return {
          ...pageOf(snapshot, {
            path: place.path,
            title: `${title} ${month}`,
            way: [{ label: title, path }, { label: month }],
          }),
          title: `${title} ${month}`,
          list,
          index: { label: title, path },
        };
      },
    },
  };
}
