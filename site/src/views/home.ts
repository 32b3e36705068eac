/** Home: the five errands first, then what the office puts in front, then the newest of every channel. */
import { homePath, indexPath, itemPath, rssPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { newestOf } from './archive.ts';
import { shownChannels } from './channel.ts';
import { childrenOf, inOrder } from './channel-tree.ts';
import { type Errand, errandsOf } from './errands.ts';
import { type Finder, finderOf } from './home-finder.ts';
import type { Kind } from './kind.ts';
import { articleEntry, entryOf, type ListEntry, newestFirst, pinnedFirst } from './listing.ts';
import { type PageView, pageOf } from './page.ts';
import { type Lead, leadsAt } from './slots.ts';
import { activeSuspensions, comingSuspensions, type SuspensionView } from './suspensions.ts';

export interface HomeView extends PageView {
  /** 挂号, 停诊, 出诊, 电话, 怎么走. */
  errands: Errand[];
  /** 停诊, running and coming: as many as home has room for, and how many there are. */
  suspensions: { shown: SuspensionView[]; count: number };
  lead?: Lead;
  recommended: Lead[];
  /** `path` is the list of all of them. */
  notices: { path: string; entries: ListEntry[] };
  finder: Finder;
  news: { path: string; channels: { label: string; path: string; entries: ListEntry[] }[] };
  /** 健康科普: what the office put there, then the newest; `path` is the channel of all of it. */
  health: { path?: string; entries: Lead[] };
  campuses: { name: string; path: string; address?: string; phone?: string }[];
  emergencyPhone?: string;
}

const noticeCount = 5;
const newsCount = 5;
const healthCount = 4;
const suspensionCount = 3;

export const home: Kind<HomeView> = {
  paths: () => [homePath],
  view(snapshot) {
    const site = snapshot.site();
    const front = leadsAt(snapshot, '首页头条');
    const newest = pinnedFirst(snapshot.newest('article', 40));
    const lead = front[0] ?? newest.slice(0, 1).map((item) => articleEntry(snapshot, item, 'full'))[0];
    const suspensions = [...activeSuspensions(snapshot), ...comingSuspensions(snapshot)];
    return {
      ...pageOf(snapshot, {
        path: homePath,
        description: site?.description,
        picture: lead?.picture,
        feed: { title: site?.name ?? '', path: rssPath },
      }),
      errands: errandsOf(snapshot),
      suspensions: { shown: suspensions.slice(0, suspensionCount), count: suspensions.length },
      lead,
      recommended: [...front.slice(1), ...leadsAt(snapshot, '首页推荐')].slice(0, 4),
      notices: { path: indexPath('notice'), entries: noticesOf(snapshot) },
      finder: finderOf(snapshot),
      news: { path: indexPath('article'), channels: channelBlocks(snapshot) },
      health: healthOf(snapshot),
      campuses: inOrder(snapshot.all('campus')).map(({ name, slug, address, phone }) => ({
        name,
        path: itemPath('campus', slug),
        address,
        phone,
      })),
      emergencyPhone: site?.emergencyPhone,
    };
  },
};

/** Notices that still hold; what they say of 停诊 stands above them. */
function noticesOf(snapshot: Snapshot): ListEntry[] {
  const current = snapshot.newest('notice', 100).filter(({ expired }) => !expired);
  return newestFirst(current)
    .slice(0, noticeCount)
    .map((item) => entryOf(snapshot, item));
}

function healthOf(snapshot: Snapshot): HomeView['health'] {
  const [channel] = inOrder(shownChannels(snapshot).filter(({ category }) => category === '科普'));
  const newest = channel === undefined ? [] : newestOf(snapshot, channel, healthCount);
  const entries = [
    ...leadsAt(snapshot, '健康科普'),
    ...newest.map((item) => entryOf(snapshot, item, 'full')),
  ];
  return {
    path: channel && itemPath('channel', channel.slug),
    entries: [...new Map(entries.map((entry) => [entry.path, entry])).values()].slice(0, healthCount),
  };
}

/** The newest of every news channel that has no further channel below it, in the tree's order. */
function channelBlocks(snapshot: Snapshot): HomeView['news']['channels'] {
  const shown = shownChannels(snapshot).filter(({ category }) => category === '新闻');
  return inOrder(shown)
    .filter((channel) => childrenOf(snapshot, channel).length === 0)
    .map((channel) => ({
      label: channel.name,
      path: itemPath('channel', channel.slug),
      entries: newestOf(snapshot, channel, newsCount).map((item) => entryOf(snapshot, item)),
    }))
    .filter(({ entries }) => entries.length > 0);
}
