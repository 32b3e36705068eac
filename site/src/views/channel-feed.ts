import { feedPath, itemPath } from '@xinglin/shared/paths.js';
import { indexSize } from './archive.ts';
import { hasFeed, newestBelow, shownChannels } from './channel.ts';
import { type FeedView, feedOf } from './feed.ts';
import type { Kind } from './kind.ts';

/** RSS of one channel: of itself and of every channel below it, as its page shows them. None of 单页 alone. */
export const channelFeed: Kind<FeedView> = {
  paths: (snapshot) =>
    shownChannels(snapshot)
      .filter((channel) => hasFeed(snapshot, channel))
      .map(({ slug }) => feedPath(itemPath('channel', slug))),
  has(snapshot, place) {
    const channel = snapshot.bySlug('channel', place.slug);
    return channel !== undefined && hasFeed(snapshot, channel);
  },
  view(snapshot, place) {
    const channel = snapshot.bySlug('channel', place.slug);
    if (channel === undefined || !hasFeed(snapshot, channel)) return undefined;
    return feedOf(snapshot, {
      title: channel.name,
      description: channel.description,
      path: itemPath('channel', channel.slug),
      self: place.path,
      items: newestBelow(snapshot, channel, indexSize),
    });
  },
};
