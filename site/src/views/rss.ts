import { homePath, rssPath } from '@xinglin/shared/paths.js';
import { type FeedView, feedOf } from './feed.ts';
import type { Kind } from './kind.ts';
import { newestFirst } from './listing.ts';

const size = 20;

/** RSS of the whole site. */
export const rss: Kind<FeedView> = {
  paths: () => [rssPath],
  view: (snapshot) =>
    feedOf(snapshot, {
      path: homePath,
      self: rssPath,
      description: snapshot.site()?.description,
      items: newestFirst([...snapshot.newest('article', size), ...snapshot.newest('notice', size)]).slice(
        0,
        size,
      ),
    }),
};
