/**
 * Every page kind of the site, by the name that `place.ts` reads from a path.
 *
 * A new kind takes three steps: `views/<kind>.ts` (a `Kind`: paths and view, both pure), a line here, and a page
 * under `pages/` whose `getStaticPaths` is `staticPaths('<kind>')` and which shows `viewOf<…View>(Astro)` and
 * nothing else. Styles stand beside their component and are named in `styles/index.css`.
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { article } from './views/article.ts';
import { channel } from './views/channel.ts';
import { channelFeed } from './views/channel-feed.ts';
import { channelMonth } from './views/channel-month.ts';
import { gone } from './views/gone.ts';
import { home } from './views/home.ts';
import type { Kind } from './views/kind.ts';
import { notFound } from './views/not-found.ts';
import { rss } from './views/rss.ts';
import { sitemapOf } from './views/sitemap.ts';

const pages: Readonly<Record<string, Kind>> = {
  article,
  channel,
  'channel-feed': channelFeed,
  'channel-month': channelMonth,
  gone,
  home,
  'not-found': notFound,
  rss,
};

export const kinds: Readonly<Record<string, Kind>> = {
  ...pages,
  sitemap: sitemapOf((snapshot) =>
    Object.values(pages)
      .flatMap(({ paths }) => [...paths(snapshot)])
      .sort(compareCodeUnits),
  ),
};
