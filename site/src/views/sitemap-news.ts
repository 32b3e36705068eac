/**
 * The sitemap of news, as search engines that show news ask for it: what is not older than two days. Views know no
 * clock (law 1), so the two days are counted back from the newest article: its own and the one before.
 */
import type { Article } from '@xinglin/shared/content/article.js';
import { itemPath, newsSitemapPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { chromeOf } from './chrome.ts';
import { dayBefore } from './dates.ts';
import type { Kind } from './kind.ts';
import { publicationOf } from './publication.ts';

export interface NewsSitemapView {
  /** Of the publication. */
  name: string;
  articles: { loc: string; title: string; date: string }[];
}

/** The protocol allows no more. */
const newsSize = 1_000;

export const sitemapNews: Kind<NewsSitemapView> = {
  paths: (snapshot) => (hasNews(snapshot) ? [newsSitemapPath] : []),
  has: hasNews,
  view(snapshot) {
    const { url, name } = chromeOf(snapshot);
    const articles = newsDays(snapshot)
      .flatMap((day) => snapshot.newest('article', newsSize, day))
      .slice(0, newsSize);
    if (articles.length === 0) return undefined;
    return { name, articles: articles.map((article) => entryOf(article, url)) };
  },
};

/** Whether there is any article: a sitemap without an entry is none. */
export function hasNews(snapshot: Snapshot): boolean {
  return newsDays(snapshot).length > 0;
}

/** The days of which the articles count as news, the last one first; none where there is no article. */
export function newsDays(snapshot: Snapshot): string[] {
  const [newest] = snapshot.newest('article', 1);
  return newest === undefined ? [] : [newest.publishedOn, dayBefore(newest.publishedOn)];
}

function entryOf(article: Article, url: string): NewsSitemapView['articles'][number] {
  return {
    loc: `${url}${itemPath('article', article.slug)}`,
    title: article.title,
    date: publicationOf(article).published ?? article.publishedOn,
  };
}
