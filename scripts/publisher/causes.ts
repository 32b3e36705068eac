/** Which editor's act led to which page: the deltas of a release, told to people. */

import type { Item } from '@xinglin/shared/content/item.js';
import { type Delta, type ItemChange, itemOf } from '@xinglin/shared/delta.js';
import type { Renderer } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Cause } from './ports.ts';

/** Beyond this many acts a release tells its acts, and not which page follows from which. */
const toldApart = 40;

export interface Attribution {
  causes: Cause[];
  /** The place of the first cause that may have touched the path. */
  of(path: string): number | undefined;
}

/** @param paths those that the release changed. */
export function attribute(
  renderer: Pick<Renderer, 'affected'>,
  snapshot: Snapshot,
  delta: Delta,
  paths: readonly string[],
): Attribution {
  const causes = delta.map(causeOf);
  const places = new Map<string, number>();
  if (delta.length <= toldApart) {
    const changed = new Set(paths);
    for (const [place, change] of delta.entries()) {
      for (const path of renderer.affected(snapshot, [change])) {
        if (changed.has(path) && !places.has(path)) places.set(path, place);
      }
    }
  }
  return { causes, of: (path) => places.get(path) };
}

function causeOf(change: ItemChange): Cause {
  const { type, id, revision, act = '更改' } = change;
  const item = itemOf(change.after) ?? itemOf(change.before);
  const gone = itemOf(change.after) === undefined;
  // What was taken down is named nowhere any more, not even here (law 6).
  return { type, id, revision, act, title: item === undefined || gone ? '（已撤下）' : nameOf(item) };
}

/** What an item is called by the office; a doctor's `title` is a rank, not a name. */
export function nameOf(item: Item): string {
  if ('name' in item) return item.name;
  return 'title' in item ? item.title : item.position;
}
