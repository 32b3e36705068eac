/** All articles, notices, videos or consultations: the newest 20, and calendar months, as channels have them. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { indexPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { indexSize, monthLinks, pageCount, pageOfMonth, pagesOf } from './archive.ts';
import { consultationEntry, videoDetail, videoEntry } from './dated-entries.ts';
import type { Kind } from './kind.ts';
import type { ListView } from './list.ts';
import { articleEntry, type ListEntry, noticeEntry, type Room } from './listing.ts';
import { type ListMonthView, monthView } from './month.ts';
import { pageOf } from './page.ts';
import { activeSuspensions, comingSuspensions, type SuspensionView } from './suspensions.ts';

type DatedType = 'article' | 'notice' | 'video' | 'consultation';

export interface TypeIndexView extends ListView {
  /** 停诊 that run and that are to come stand above all notices. */
  suspensions: SuspensionView[];
}

const entryOf: {
  [Type in DatedType]: (snapshot: Snapshot, item: ItemOf<Type>, room: Room) => ListEntry;
} = {
  article: articleEntry,
  notice: (_, item, room) => noticeEntry(item, room),
  video: (snapshot, item, room) => (room === 'full' ? videoDetail(snapshot, item) : videoEntry(item)),
  consultation: (_, item) => consultationEntry(item),
};

/** The two kinds of pages that list a dated type as a whole; `description` is for search engines. */
export function typeKinds<Type extends DatedType>(
  type: Type,
  title: string,
  description: string,
): { index: Kind<TypeIndexView>; month: Kind<ListMonthView> } {
  const path = indexPath(type);
  const links = (snapshot: Snapshot) => monthLinks(snapshot.monthsOf(type), path);
  return {
    index: {
      paths: () => [path],
      view: (snapshot) => ({
        ...pageOf(snapshot, { path, title, description, way: [{ label: title }] }),
        title,
        suspensions:
          type === 'notice' ? [...activeSuspensions(snapshot), ...comingSuspensions(snapshot)] : [],
        entries: snapshot.newest(type, indexSize).map((item) => entryOf[type](snapshot, item, 'full')),
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
          entryOf[type](snapshot, item, 'row'),
        );
        return list && monthView(snapshot, place, list, { name: title, path, way: [{ label: title, path }] });
      },
    },
  };
}
