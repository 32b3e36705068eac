import type { Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

/** A kind of page: which paths it plans, and what such a page shows. Pure functions of the snapshot, both. */
export interface Kind<View extends object = object> {
  /** 200 where absent. */
  status?: 404 | 410;
  /** Every path of this kind, in any order. */
  paths(snapshot: Snapshot): Iterable<string>;
  /** All that the page shows, as plain JSON; undefined where the snapshot has no such page. */
  view(snapshot: Snapshot, place: Place): View | undefined;
}
