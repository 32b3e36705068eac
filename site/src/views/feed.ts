/** An RSS feed: the newest items of the site or of one list. */
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { excerptOf } from './body.ts';
import { chromeOf } from './chrome.ts';
import { rssDate } from './dates.ts';
import { coverOf, type Listed } from './listing.ts';

export interface FeedView {
  /** Where the feed moved on from the address at which it is asked for. */
  status?: 301;
  title: string;
  description: string;
  /** Absolute address of the page that this is the feed of, and of the feed itself. */
  link: string;
  self: string;
  items: { title: string; link: string; description: string; date: string; picture?: string }[];
}

/** The feed of a list: `title` and `path` are the list's, `self` the feed's own path. */
export function feedOf(
  snapshot: Snapshot,
  facts: { title?: string; description?: string; path: string; self: string; items: readonly Listed[] },
): FeedView {
  const { url, name, organisation } = chromeOf(snapshot);
  return {
    title: facts.title === undefined ? name : `${facts.title} - ${name}`,
    description: facts.description ?? organisation,
    link: `${url}${facts.path}`,
    self: `${url}${facts.self}`,
    items: facts.items.map((item) => {
      const picture = item.type === 'article' ? coverOf(snapshot, item)?.src : undefined;
      return {
        title: item.title,
        link: `${url}${itemPath(item.type, item.slug)}`,
        description: (item.type === 'article' ? item.summary : undefined) ?? excerptOf(item.body),
        date: rssDate(item.publishedOn, item.publishedTime),
        ...(picture !== undefined && { picture: `${url}${picture}` }),
      };
    }),
  };
}
