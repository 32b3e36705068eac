/** 订阅: every feed of the site, and what to do with one. */
import { feedTypes, rssIndexPath, rssPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { chromeOf } from './chrome.ts';
import type { Kind } from './kind.ts';
import { type FeedOwner, type FeedType, feedLinkOf } from './list-feed.ts';
import type { NamedLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';

export interface RssIndexView extends PageView {
  title: string;
  /** Absolute address of the feed of the whole site: what is typed into a feed reader. */
  address: string;
  groups: { label: string; feeds: NamedLink[] }[];
}

const labels: Readonly<Record<FeedType, string>> = {
  channel: '按栏目',
  department: '按科室',
  series: '按系列',
};

export const rssIndex: Kind<RssIndexView> = {
  paths: () => [rssIndexPath],
  view(snapshot) {
    const { url, name } = chromeOf(snapshot);
    const title = 'RSS 订阅';
    return {
      ...pageOf(snapshot, {
        path: rssIndexPath,
        title,
        description: `用阅读器订阅${name}的新闻和通知：全站、各栏目、各科室、各系列。`,
        feed: { title: name, path: rssPath },
        way: [{ label: title }],
      }),
      title,
      address: `${url}${rssPath}`,
      groups: feedTypes
        .map((type) => ({ label: labels[type], feeds: feedsOf(snapshot, type) }))
        .filter(({ feeds }) => feeds.length > 0),
    };
  },
};

function feedsOf(snapshot: Snapshot, type: FeedType): NamedLink[] {
  const owners: FeedOwner[] =
    type === 'series' ? snapshot.all(type) : inOrder<FeedOwner & { order: number }>(snapshot.all(type));
  return owners.flatMap((owner) => {
    const feed = feedLinkOf(snapshot, owner);
    return feed === undefined ? [] : [{ label: feed.title, path: feed.path }];
  });
}
