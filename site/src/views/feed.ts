/** An RSS feed: the newest items of the site or of one list. */
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { excerptOf } from './body.ts';
import { chromeOf } from './chrome.ts';
import { rssDate } from './dates.ts';
import { coverOf, type Listed } from './listing.ts';
import { publicationOf } from './publication.ts';

export interface FeedView {
  /** Where the feed moved on from the address at which it is asked for. */
  status?: 301;
  title: string;
  description: string;
  /** Absolute address of the page that this is the feed of, and of the feed itself. */
  link: string;
  self: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** Stays what it is when the item's title, address or site changes: a reader is told of it once. */
  guid: string;
  title: string;
  link: string;
  description: string;
  /** RFC 822, where the minute is known; else the day, `2026-11-01`. */
  date: { minute: string } | { day: string };
  /** Absolute address of the cover. */
  picture?: string;
}

/** How many items a feed tells of. */
export const feedSize = 20;

/** The feed of a list: `title` and `path` are the list's, `self` the feed's own path. */
export function feedOf(
  snapshot: Snapshot,
  facts: {
    title?: string | undefined;
    description?: string | undefined;
    path: string;
    self: string;
    items: readonly Listed[];
  },
): FeedView {
  const { url, name, organisation } = chromeOf(snapshot);
  return {
    title: facts.title === undefined ? name : `${facts.title} - ${name}`,
    description: facts.description ?? organisation,
    link: `${url}${facts.path}`,
    self: `${url}${facts.self}`,
    items: facts.items.map((item) => itemOf(snapshot, item, url)),
  };
}

function itemOf(snapshot: Snapshot, item: Listed, url: string): FeedItem {
  const { published = item.publishedOn } = publicationOf(item);
  const picture = item.type === 'article' ? coverOf(snapshot, item)?.src : undefined;
  return {
    guid: `${item.type}:${item.id}`,
    title: item.title,
    link: `${url}${itemPath(item.type, item.slug)}`,
    description: feedText(item),
    date: published.includes('T') ? { minute: rssDate(published) } : { day: published },
    ...(picture !== undefined && { picture: `${url}${picture}` }),
  };
}

/** What a feed says of an item beside its title. */
export function feedText(item: Listed): string {
  return (item.type === 'article' ? item.summary : undefined) ?? excerptOf(item.body);
}
