/** A channel: what is below it, the newest 20, the months. */
import type { Channel } from '@xinglin/shared/content/channel.js';
import { feedPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type MonthLink, monthsOf, newestOf } from './archive.ts';
import { childrenOf, inOrder, isShown, wayTo } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { entryOf, type ListEntry } from './listing.ts';
import { type Crumb, type PageView, pageOf } from './page.ts';

export interface ChannelView extends PageView {
  title: string;
  description?: string;
  /** Channels right below, each with its own newest few. */
  children: { label: string; path: string; entries: ListEntry[] }[];
  /** 单页 hung into this channel. */
  pages: Crumb[];
  entries: ListEntry[];
  months: MonthLink[];
  feedPath: string;
}

export const channel: Kind<ChannelView> = {
  paths: (snapshot) => shownChannels(snapshot).map(pathOf),
  view(snapshot, place) {
    const found = snapshot.bySlug('channel', place.slug);
    return found && isShown(snapshot, found) ? viewOf(snapshot, found) : undefined;
  },
};

/** Every channel that has pages. */
export function shownChannels(snapshot: Snapshot): Channel[] {
  return snapshot.all('channel').filter((one) => isShown(snapshot, one));
}

function pathOf(channel: Channel): string {
  return itemPath('channel', channel.slug);
}

function viewOf(snapshot: Snapshot, found: Channel): ChannelView {
  const path = pathOf(found);
  const owner = { type: 'channel', id: found.id } as const;
  return {
    ...pageOf(snapshot, {
      path,
      title: found.name,
      description: found.description,
      meta: found.keywords === undefined ? [] : [{ name: 'keywords', content: found.keywords }],
      feed: { title: found.name, path: feedPath(path) },
      way: wayTo(snapshot, found.id),
    }),
    title: found.name,
    description: found.description,
    children: childrenOf(snapshot, found).map((child) => ({
      label: child.name,
      path: pathOf(child),
      entries: newestOf(snapshot, { type: 'channel', id: child.id }, 5).map((item) =>
        entryOf(snapshot, item),
      ),
    })),
    pages: inOrder(snapshot.naming({ owner, type: 'page', rels: ['channel'] })).map((page) => ({
      label: page.title,
      path: itemPath('page', page.slug),
    })),
    entries: newestOf(snapshot, owner).map((item) => entryOf(snapshot, item, true)),
    months: monthsOf(snapshot, owner, path),
    feedPath: feedPath(path),
  };
}
