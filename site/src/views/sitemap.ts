/** sitemap.xml: every page that a search engine may list. */
import { itemPath, sitemapPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { chromeOf } from './chrome.ts';
import type { Kind } from './kind.ts';

export interface SitemapView {
  urls: { loc: string; lastmod?: string }[];
}

/** `pages` tells every path of the site; feeds and error pages are left out here. */
export function sitemapOf(pages: (snapshot: Snapshot) => readonly string[]): Kind<SitemapView> {
  return {
    paths: () => [sitemapPath],
    view(snapshot) {
      const { url } = chromeOf(snapshot);
      const dates = new Map<string, string>();
      for (const type of ['article', 'notice'] as const) {
        for (const { slug, sort } of snapshot.slugs(type)) {
          if (sort !== null) dates.set(itemPath(type, slug), sort.slice(0, 10));
        }
      }
      return {
        urls: pages(snapshot)
          .filter((path) => path.endsWith('/'))
          .map((path) => {
            const lastmod = dates.get(path);
            return { loc: `${url}${path}`, ...(lastmod !== undefined && { lastmod }) };
          }),
      };
    },
  };
}
