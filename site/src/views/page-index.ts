import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { inOrder } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';

export interface PageIndexView extends PageView {
  title: string;
  groups: { label: string; path: string; pages: NamedLink[] }[];
}

/** All 单页, each with its channel. */
export const pageIndex: Kind<PageIndexView> = {
  paths: () => [indexPath('page')],
  view(snapshot) {
    const title = '全部页面';
    const pages = inOrder(snapshot.all('page'));
    return {
      ...pageOf(snapshot, { path: indexPath('page'), title, way: [{ label: title }] }),
      title,
      groups: inOrder(snapshot.all('channel'))
        .map((channel) => ({
          label: channel.name,
          path: itemPath('channel', channel.slug),
          pages: pages.filter((page) => page.channel === channel.id).map(nameLink<'page'>),
        }))
        .filter((group) => group.pages.length > 0),
    };
  },
};
