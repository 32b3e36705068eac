import { homePath, rssPath } from '@xinglin/shared/paths.js';
import { type FeedView, feedOf, feedSize } from './feed.ts';
import type { Kind } from './kind.ts';
import { newestFirst } from './listing.ts';

/** RSS of the whole site. */
export const rss: Kind<FeedView> = {
  paths: () => [rssPath],
  view: (snapshot) =>
    feedOf(snapshot, {
      path: homePath,
      self: rssPath,
      description: snapshot.site()?.description,
      items: newestFirst([
        ...snapshot.newest('article', feedSize),
        ...snapshot.newest('notice', feedSize),
      ]).slice(0, feedSize),
    }),
};
