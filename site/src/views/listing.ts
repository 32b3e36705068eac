/** Entries of lists: how an article or a notice is shown where it is one of many. */

import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Article } from '@xinglin/shared/content/article.js';
import type { Notice } from '@xinglin/shared/content/notice.js';
import { sortKeyOf } from '@xinglin/shared/edges.js';
import { itemPath } from '@xinglin/shared/paths.js';
import { type Picture, pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { excerptOf } from './body.ts';

export interface ListEntry {
  path: string;
  title: string;
  /** 系列 of an article, 类别 of a notice: stands in brackets before the title. */
  label?: string;
  /** 置顶, where the list puts it first. */
  pinned?: true;
  /** `2024-03-26` */
  date: string;
  /** 来源 of an article, as they were; of a notice, that it has run out. */
  source?: string;
  summary?: string;
  picture?: Picture;
}

/** What a list has room for: the line alone, also the source, or a few words and the cover as well. */
export type Room = 'line' | 'row' | 'full';

/** An article in a list; under its short title where there is a line alone. */
export function articleEntry(snapshot: Snapshot, article: Article, room: Room = 'line'): ListEntry {
  const series = article.series === undefined ? undefined : snapshot.get('series', article.series);
  return {
    path: itemPath('article', article.slug),
    title: room === 'line' ? (article.shortTitle ?? article.title) : article.title,
    label: series?.name,
    date: article.publishedOn,
    ...(room !== 'line' && { source: sourceLabel(article) }),
    ...(room === 'full' && {
      summary: article.summary ?? excerptOf(article.body),
      picture: coverOf(snapshot, article),
    }),
  };
}

/** Two sources at most: a list names who the news is from, the article all of them. */
export function sourceLabel({ sources }: Article): string {
  const labels = sources.map(({ label }) => label);
  return `${labels.slice(0, 2).join('、')}${labels.length > 2 ? '等' : ''}`;
}

/** A notice in a list; where there is room, whether it has run out. */
export function noticeEntry(notice: Notice, room: Room = 'line'): ListEntry {
  return {
    path: itemPath('notice', notice.slug),
    title: notice.title,
    label: notice.category,
    date: notice.publishedOn,
    ...(room !== 'line' && notice.expired && { source: '已过期' }),
  };
}

/** The picture that stands for an article. */
export function coverOf(snapshot: Snapshot, article: Article): Picture | undefined {
  return article.cover === undefined ? undefined : pictureOf(snapshot.get('media', article.cover));
}

export type Listed = Article | Notice;

/** An item in a list, whichever it is. */
export function entryOf(snapshot: Snapshot, item: Listed, room: Room = 'line'): ListEntry {
  return item.type === 'article' ? articleEntry(snapshot, item, room) : noticeEntry(item, room);
}

/** Newest first, but what is 置顶 before all; `items` are newest first already. */
export function pinnedFirst<Item extends Listed>(items: readonly Item[]): Item[] {
  return [...items.filter(isPinned), ...items.filter((item) => !isPinned(item))];
}

/** Whether the office holds an item at the top of its lists. */
export function isPinned(item: Listed): boolean {
  return item.type === 'article' && item.pinned;
}

/** Articles and notices in one list, newest first; the id settles what the minute leaves open. */
export function newestFirst(items: readonly Listed[]): Listed[] {
  return [...items].sort(
    (a, b) => compareCodeUnits(sortKeyOf(b) ?? '', sortKeyOf(a) ?? '') || compareCodeUnits(b.id, a.id),
  );
}
