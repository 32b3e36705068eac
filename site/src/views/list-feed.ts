/** The feeds of lists: of channels with all below them, of departments, of series. None where it would tell of nothing. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { feedPath, type feedTypes, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { newestOf } from './archive.ts';
import { excerptOf } from './body.ts';
import { newestBelow } from './channel.ts';
import { type FeedView, feedOf, feedSize } from './feed.ts';
import type { Kind } from './kind.ts';
import { type Listed, newestFirst } from './listing.ts';

export type FeedType = (typeof feedTypes)[number];
export type FeedOwner = ItemOf<FeedType>;

/** An article is a department's by having it as a source, or by being about it. */
export const unitRels = ['sources', 'related'] as const;

export const channelFeed = listFeed('channel');
export const departmentFeed = listFeed('department');
export const seriesFeed = listFeed('series');

/** The newest of what an owner's feed tells of. */
function newest(snapshot: Snapshot, owner: FeedOwner, limit: number): Listed[] {
  switch (owner.type) {
    case 'channel':
      return newestBelow(snapshot, owner, limit);
    case 'series':
      return newestOf(snapshot, owner, limit);
    case 'department':
      return newestFirst([
        ...snapshot.naming({ owner, type: 'article', rels: unitRels }, { limit }),
        // Its own, and those that tell of its 停诊 and 节假日门诊.
        ...snapshot.naming({ owner, type: 'notice' }, { limit }),
      ]).slice(0, limit);
  }
}

/** Whether an owner has anything that its feed could tell of. */
export function hasFeed(snapshot: Snapshot, owner: FeedOwner): boolean {
  return newest(snapshot, owner, 1).length > 0;
}

/** What a page says of its list's feed; undefined where there is none. */
export function feedLinkOf(
  snapshot: Snapshot,
  owner: FeedOwner,
): { title: string; path: string } | undefined {
  const path = feedPath(itemPath(owner.type, owner.slug));
  return hasFeed(snapshot, owner) ? { title: owner.name, path } : undefined;
}

function descriptionOf(owner: FeedOwner): string | undefined {
  return owner.type === 'department' ? owner.intro && excerptOf(owner.intro) : owner.description;
}

function listFeed(type: FeedType): Kind<FeedView> {
  return {
    paths: (snapshot) => snapshot.all(type).flatMap((owner) => feedLinkOf(snapshot, owner)?.path ?? []),
    has(snapshot, { slug }) {
      const owner = snapshot.bySlug(type, slug);
      return owner !== undefined && hasFeed(snapshot, owner);
    },
    view(snapshot, { slug }) {
      const owner = snapshot.bySlug(type, slug);
      const items = owner === undefined ? [] : newest(snapshot, owner, feedSize);
      if (owner === undefined || items.length === 0) return undefined;
      const path = itemPath(type, owner.slug);
      const description = descriptionOf(owner);
      return feedOf(snapshot, { title: owner.name, description, path, self: feedPath(path), items });
    },
  };
}
