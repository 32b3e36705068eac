import { indexPath } from '@xinglin/shared/paths.js';
import { type CatalogueEntry, catalogueEntry, isCatalogue } from './catalogue.ts';
import { inOrder } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';

export interface PageIndexView extends PageView {
  title: string;
  /** The channels of category 公开 with their catalogues, before all others. */
  catalogues: { label: string; path: string; entries: CatalogueEntry[] }[];
  groups: { label: string; path: string; pages: NamedLink[] }[];
}

/** All 单页, each with its channel: what is 公开 as a catalogue, the rest by name. */
export const pageIndex: Kind<PageIndexView> = {
  paths: () => [indexPath('page')],
  view(snapshot) {
    const title = '全部页面';
    const pages = Map.groupBy(inOrder(snapshot.all('page')), (page) => page.channel);
    const channels = inOrder(snapshot.all('channel')).filter(({ id }) => pages.has(id));
    const [open, others] = [true, false].map((wanted) =>
      channels
        .filter((channel) => isCatalogue(channel) === wanted)
        .map((channel) => ({ ...nameLink<'channel'>(channel), pages: pages.get(channel.id) ?? [] })),
    );
    return {
      ...pageOf(snapshot, { path: indexPath('page'), title, way: [{ label: title }] }),
      title,
      catalogues: (open ?? []).map(({ pages, ...channel }) => ({
        ...channel,
        entries: pages.map((page) => catalogueEntry(snapshot, page)),
      })),
      groups: (others ?? []).map(({ pages, ...channel }) => ({
        ...channel,
        pages: pages.map(nameLink<'page'>),
      })),
    };
  },
};
