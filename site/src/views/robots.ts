/** robots.txt: everything may be read; where the sitemaps are. */
import { newsSitemapPath, robotsPath, sitemapPath } from '@xinglin/shared/paths.js';
import { chromeOf } from './chrome.ts';
import type { Kind } from './kind.ts';
import { hasNews } from './sitemap-news.ts';

export interface RobotsView {
  /** Absolute addresses. */
  sitemaps: string[];
}

export const robots: Kind<RobotsView> = {
  paths: () => [robotsPath],
  view(snapshot) {
    const { url } = chromeOf(snapshot);
    const paths = [sitemapPath, ...(hasNews(snapshot) ? [newsSitemapPath] : [])];
    return { sitemaps: paths.map((path) => `${url}${path}`) };
  },
};

/** The file itself. Nothing is closed: what the public must not read is not on the site. */
export function robotsText({ sitemaps }: RobotsView): string {
  return ['User-agent: *', 'Allow: /', '', ...sitemaps.map((url) => `Sitemap: ${url}`), ''].join('\n');
}
