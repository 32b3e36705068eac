/** A channel: what is below it, the newest 20, the months. */
import type { Channel } from '@xinglin/shared/content/channel.js';
import type { Page } from '@xinglin/shared/content/page.js';
import { feedPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { indexSize, monthsOf, newestOf } from './archive.ts';
import { type CatalogueEntry, catalogueEntry, isCatalogue } from './catalogue.ts';
import { childrenOf, inOrder, isShown, wayTo } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { describeList, type ListView } from './list.ts';
import { entryOf, isPinned, type ListEntry, type Listed, newestFirst, pinnedFirst } from './listing.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type Crumb, pageOf } from './page.ts';

export interface ChannelView extends ListView {
  /** Channels right below: the newest of each and of all below it, its 单页 and its own channels. */
  children: { label: string; path: string; entries: ListEntry[]; links: Crumb[] }[];
  pages: Crumb[];
  /** Instead of them a catalogue, in a channel of category 公开. */
  catalogue?: CatalogueEntry[];
}

export const channel: Kind<ChannelView> = {
  paths: (snapshot) => shownChannels(snapshot).map(pathOf),
  has(snapshot, place) {
    const found = snapshot.bySlug('channel', place.slug);
    return found !== undefined && isShown(snapshot, found);
  },
  view(snapshot, place) {
    const found = snapshot.bySlug('channel', place.slug);
    return found && isShown(snapshot, found) ? viewOf(snapshot, found) : undefined;
  },
};

/** An item stays on top while it is among this many newest ones. */
const pinnedWithin = 60;
const childSize = 5;

/** Every channel that has pages. */
export function shownChannels(snapshot: Snapshot): Channel[] {
  return snapshot.all('channel').filter((one) => isShown(snapshot, one));
}

/** Whether a channel or one below it has anything dated: 单页 are no news. */
function hasFeed(snapshot: Snapshot, channel: Channel): boolean {
  return newestBelow(snapshot, channel, 1).length > 0;
}

function pathOf(channel: Channel): string {
  return itemPath('channel', channel.slug);
}

function viewOf(snapshot: Snapshot, found: Channel): ChannelView {
  const path = pathOf(found);
  const owner = { type: 'channel', id: found.id } as const;
  // Absent where it would tell of nothing: a channel of 单页 alone.
  const feed = hasFeed(snapshot, found) ? feedPath(path) : undefined;
  const children = childrenOf(snapshot, found);
  const pages = pagesOf(snapshot, found);
  const entries = pinnedFirst(newestOf(snapshot, owner, pinnedWithin)).slice(0, indexSize);
  const listed = isCatalogue(found) && pages.length > 0;
  const inside = [...pages.map(({ title }) => title), ...children.map(({ name }) => name)];
  const titles = entries.map(({ title }) => title);
  return {
    ...pageOf(snapshot, {
      path,
      title: found.name,
      description: found.description ?? describeList(found.name, titles.length === 0 ? inside : titles),
      feed: feed === undefined ? undefined : { title: found.name, path: feed },
      way: wayTo(snapshot, found.id),
    }),
    title: found.name,
    description: found.description,
    children: children.map((child) => ({
      ...crumbOf(child),
      entries: newestBelow(snapshot, child, childSize).map((item) => entryOf(snapshot, item)),
      links: [...pagesOf(snapshot, child).map(nameLink<'page'>), ...childrenOf(snapshot, child).map(crumbOf)],
    })),
    pages: listed ? [] : pages.map(nameLink<'page'>),
    ...(listed && { catalogue: pages.map((page) => catalogueEntry(snapshot, page)) }),
    entries: entries.map((item) => ({
      ...entryOf(snapshot, item, 'full'),
      ...(isPinned(item) && { pinned: true as const }),
    })),
    months: monthsOf(snapshot, owner, path),
    feedPath: feed,
  };
}

function crumbOf(channel: Channel): NamedLink {
  return { label: channel.name, path: pathOf(channel) };
}

function pagesOf(snapshot: Snapshot, channel: Channel): Page[] {
  return inOrder(snapshot.naming({ owner: channel, type: 'page', rels: ['channel'] }));
}

/** The newest of a channel and of every channel below it, each once. A circle is walked once. */
export function newestBelow(
  snapshot: Snapshot,
  channel: Channel,
  limit: number,
  above: readonly string[] = [],
): Listed[] {
  const way = [...above, channel.id];
  const below = childrenOf(snapshot, channel).filter(({ id }) => !way.includes(id));
  const items = [
    ...newestOf(snapshot, channel, limit),
    ...below.flatMap((child) => newestBelow(snapshot, child, limit, way)),
  ];
  return newestFirst([...new Map(items.map((item) => [item.id, item])).values()]).slice(0, limit);
}
