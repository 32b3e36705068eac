/** Which pages there are, and which of them a change may touch. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Change } from '@xinglin/shared/feed.js';
import { placeOf } from '@xinglin/shared/place.js';
import { NoSuchView, type Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { kinds } from './kinds.ts';

/** Every route of the site, each once, in code-unit order. Empty until the site settings are there. */
export function plan(snapshot: Snapshot): Route[] {
  if (snapshot.site() === undefined) return [];
  const routes = new Map<string, Route>();
  for (const [kind, { paths, status = 200 }] of Object.entries(kinds)) {
    for (const path of paths(snapshot)) routes.set(path, { path, kind, status });
  }
  return [...routes.values()].sort((a, b) => compareCodeUnits(a.path, b.path));
}

/**
 * The planned routes that the changes may touch. Naming all of them is always right: the digests of their
 * views then tell which pages differ.
 */
export function affected(snapshot: Snapshot, _changes: readonly Change[]): Route[] {
  return plan(snapshot);
}

/**
 * All that the page at `path` shows.
 * @throws NoSuchView where the path is none of this site's pages, or its item is not in the snapshot.
 */
export function view(snapshot: Snapshot, path: string): unknown {
  const place = placeOf(path);
  const found = place && kinds[place.kind]?.view(snapshot, place);
  if (found === undefined) {
    throw new NoSuchView(
      place === undefined
        ? `No page of this site can stand at ${path}.`
        : `The snapshot (revision ${snapshot.revision}) has nothing to show at ${path} (${place.kind}).`,
    );
  }
  return found;
}
