import { itemPath, type SectionType } from '@xinglin/shared/paths.js';
import type { Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

/** A kind of page: which paths it plans, and what such a page shows. Pure functions of the snapshot, both. */
export interface Kind<View extends object = object> {
  /** 200 where absent. */
  status?: 404 | 410;
  /** Every path of this kind, in any order. */
  paths(snapshot: Snapshot): Iterable<string>;
  /** Whether this kind has a page at a place that is spelled like one of its; where absent, it always has. */
  has?(snapshot: Snapshot, place: Place): boolean;
  /** All that the page shows, as plain JSON; undefined where the snapshot has no such page. */
  view(snapshot: Snapshot, place: Place): View | undefined;
}

/** Where the items of a type have their own pages. */
export function itemPages(type: SectionType): Pick<Required<Kind>, 'paths' | 'has'> {
  return {
    paths: (snapshot) => snapshot.slugs(type).map(({ slug }) => itemPath(type, slug)),
    has: (snapshot, { slug }) => snapshot.bySlug(type, slug) !== undefined,
  };
}
