/** Tags and series: a name, a few words, the newest 20 and the months, all alike. */
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { archivePaths, entryIn, hasMonth, monthsOf, newestOf } from './archive.ts';
import { itemPages, type Kind } from './kind.ts';
import { describeList, type ListView } from './list.ts';
import { feedLinkOf } from './list-feed.ts';
import { type ListMonthView, listMonth } from './month.ts';
import { type Crumb, type PageView, pageOf } from './page.ts';

type GroupingType = 'tag' | 'series';

export interface GroupingIndexView extends PageView {
  title: string;
  groups: { label: string; path: string; description?: string }[];
}

/**
 * The three kinds of pages of tags, or of series. `label` is what all of them are called, `description` tells
 * search engines of the list of all.
 */
export function groupingKinds(
  type: GroupingType,
  label: string,
  description: string,
): { one: Kind<ListView>; month: Kind<ListMonthView>; index: Kind<GroupingIndexView> } {
  const way: Crumb[] = [{ label, path: indexPath(type) }];
  return {
    one: {
      ...itemPages(type),
      view(snapshot, place) {
        const found = snapshot.bySlug(type, place.slug);
        if (found === undefined) return undefined;
        const path = itemPath(type, found.slug);
        const newest = newestOf(snapshot, found);
        const feed = found.type === 'series' ? feedLinkOf(snapshot, found) : undefined;
        const titles = newest.map((item) => item.title);
        return {
          ...pageOf(snapshot, {
            path,
            title: `${label}：${found.name}`,
            description: found.description ?? describeList(`${label}“${found.name}”`, titles),
            feed,
            way: [...way, { label: found.name }],
          }),
          title: found.name,
          description: found.description,
          entries: newest.map((item) => entryIn(snapshot, found, item, 'full')),
          months: monthsOf(snapshot, found, path),
          feedPath: feed?.path,
        };
      },
    },
    month: {
      paths: (snapshot) =>
        snapshot.all(type).flatMap((found) => archivePaths(snapshot, found, itemPath(type, found.slug))),
      has(snapshot, place) {
        const found = snapshot.bySlug(type, place.slug);
        return found !== undefined && hasMonth(snapshot, found, place);
      },
      view(snapshot, place) {
        const found = snapshot.bySlug(type, place.slug);
        if (found === undefined) return undefined;
        const path = itemPath(type, found.slug);
        const { name } = found;
        return listMonth(snapshot, place, { owner: found, name, path, way: [...way, { label: name, path }] });
      },
    },
    index: {
      paths: () => [indexPath(type)],
      view: (snapshot) => ({
        ...pageOf(snapshot, { path: indexPath(type), title: label, description, way: [{ label }] }),
        title: label,
        groups: snapshot
          .all(type)
          .filter((found) => newestOf(snapshot, found, 1).length > 0)
          .map(({ name, slug, description }) => ({ label: name, path: itemPath(type, slug), description })),
      }),
    },
  };
}
