/** Home: the five errands first, then what the office puts in front, then the newest of every channel. */
import type { Slot } from '@xinglin/shared/content/groupings.js';
import { homePath, indexPath, itemPath, rssPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { newestOf } from './archive.ts';
import { shownChannels } from './channel.ts';
import { childrenOf, inOrder } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type Link, liveUrl } from './links.ts';
import { articleEntry, entryOf, type ListEntry, newestFirst, pinnedFirst } from './listing.ts';
import { type PageView, pageOf } from './page.ts';
import { activeSuspensions, type SuspensionView } from './suspensions.ts';

export interface HomeView extends PageView {
  /** 挂号, 停诊, 出诊, 电话, 怎么走: as many as there are. */
  errands: Link[];
  description?: string;
  lead?: Lead;
  recommended: Lead[];
  /** 健康科普: what the office put there, then the newest; `path` is the channel of all of it. */
  health: { path?: string; entries: Lead[] };
  notices: ListEntry[];
  suspensions: SuspensionView[];
  channels: { label: string; path: string; entries: ListEntry[] }[];
  departments: { category: string; links: Link[] }[];
  campuses: { name: string; path: string; address?: string; phone?: string }[];
}

/** An entry that need not be an article: a slot may lead anywhere. */
export type Lead = Omit<ListEntry, 'date'> & { date?: string };

const listSize = 6;

export const home: Kind<HomeView> = {
  paths: () => [homePath],
  view(snapshot) {
    const site = snapshot.site();
    const front = leads(snapshot, '首页头条');
    const newest = pinnedFirst(snapshot.newest('article', 40));
    const lead = front[0] ?? newest.slice(0, 1).map((item) => articleEntry(snapshot, item, true))[0];
    return {
      ...pageOf(snapshot, {
        path: homePath,
        description: site?.description,
        feed: { title: site?.name ?? '', path: rssPath },
      }),
      errands: errandsOf(snapshot),
      description: site?.description,
      lead,
      recommended: [...front.slice(1), ...leads(snapshot, '首页推荐')].slice(0, 4),
      health: healthOf(snapshot),
      notices: noticesOf(snapshot),
      suspensions: activeSuspensions(snapshot),
      channels: channelBlocks(snapshot),
      departments: departmentsOf(snapshot),
      campuses: inOrder(snapshot.all('campus')).map(({ name, slug, address, phone }) => ({
        name,
        path: itemPath('campus', slug),
        address,
        phone,
      })),
    };
  },
};

function errandsOf(snapshot: Snapshot): Link[] {
  const site = snapshot.site();
  const registration = site?.registrationUrl && liveUrl(snapshot, site.registrationUrl);
  const has = (type: 'doctor' | 'campus') => snapshot.slugs(type).length > 0;
  return [
    ...(registration ? [{ label: '挂号', url: registration }] : []),
    ...(snapshot.newest('notice', 1).length > 0 ? [{ label: '停诊', url: indexPath('notice') }] : []),
    ...(has('doctor') ? [{ label: '出诊', url: indexPath('doctor') }] : []),
    ...(site?.phone ? [{ label: '电话', url: `tel:${site.phone.replace(/[^\d+]/g, '')}` }] : []),
    ...(has('campus') ? [{ label: '怎么走', url: indexPath('campus') }] : []),
  ];
}

function leads(snapshot: Snapshot, position: Slot['position']): Lead[] {
  const items = snapshot.all('slot').filter((slot) => slot.position === position);
  return items.flatMap((slot) => slot.items.flatMap((entry) => leadOf(snapshot, entry) ?? []));
}

function leadOf(snapshot: Snapshot, entry: Slot['items'][number]): Lead | undefined {
  const article = entry.article === undefined ? undefined : snapshot.get('article', entry.article);
  if (article !== undefined) {
    const shown = articleEntry(snapshot, article, true);
    return entry.title === undefined ? shown : { ...shown, title: entry.title, label: undefined };
  }
  const path = entry.url === undefined ? undefined : liveUrl(snapshot, entry.url);
  return path !== undefined && entry.title !== undefined ? { path, title: entry.title } : undefined;
}

/** Notices that still hold; those with a 停诊 now stand above them in their own box. */
function noticesOf(snapshot: Snapshot): ListEntry[] {
  const current = snapshot.newest('notice', 100).filter(({ expired }) => !expired);
  return newestFirst(current)
    .slice(0, listSize)
    .map((item) => entryOf(snapshot, item));
}

function healthOf(snapshot: Snapshot): HomeView['health'] {
  const [channel] = inOrder(shownChannels(snapshot).filter(({ category }) => category === '科普'));
  const newest =
    channel === undefined
      ? []
      : newestOf(snapshot, { type: 'channel', id: channel.id }, listSize).map((item) =>
          entryOf(snapshot, item, true),
        );
  const entries = [...leads(snapshot, '健康科普'), ...newest];
  return {
    path: channel && itemPath('channel', channel.slug),
    entries: [...new Map(entries.map((entry) => [entry.path, entry])).values()].slice(0, 4),
  };
}

/** The newest of every news channel that has no further channel below it, in the tree's order. */
function channelBlocks(snapshot: Snapshot): HomeView['channels'] {
  const shown = shownChannels(snapshot).filter(({ category }) => category === '新闻');
  return inOrder(shown)
    .filter((channel) => childrenOf(snapshot, channel).length === 0)
    .map((channel) => ({
      label: channel.name,
      path: itemPath('channel', channel.slug),
      entries: newestOf(snapshot, { type: 'channel', id: channel.id }, listSize).map((item) =>
        entryOf(snapshot, item),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function departmentsOf(snapshot: Snapshot): HomeView['departments'] {
  const all = inOrder(snapshot.all('department'));
  return (['临床', '医技'] as const)
    .map((category) => ({
      category: `${category}科室`,
      links: all
        .filter((unit) => unit.category === category)
        .map(({ name, slug }) => ({ label: name, url: itemPath('department', slug) })),
    }))
    .filter(({ links }) => links.length > 0);
}
