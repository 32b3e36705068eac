/** Which pages there are, and which of them a change may touch. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Delta } from '@xinglin/shared/delta.js';
import { type Place, placeOf } from '@xinglin/shared/place.js';
import { NoSuchView, type Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { kinds } from './kinds.ts';
import { chromeOf } from './views/chrome.ts';

/** Every route of the site, each once, in code-unit order. Empty until the site settings are there. */
export function plan(snapshot: Snapshot): Route[] {
  if (snapshot.site() === undefined) return [];
  const routes = new Map<string, Route>();
  for (const [kind, { paths, status = 200 }] of Object.entries(kinds)) {
    for (const path of paths(snapshot)) routes.set(path, { path, kind, status });
  }
  return [...routes.values()].sort((a, b) => compareCodeUnits(a.path, b.path));
}

/** The planned route at a path. */
export function route(snapshot: Snapshot, path: string): Route | undefined {
  const place = placeOf(path);
  const kind = place && kinds[place.kind];
  if (
    kind === undefined ||
    snapshot.site() === undefined ||
    kind.view(snapshot, place as Place) === undefined
  )
    return undefined;
  return { path, kind: place?.kind ?? '', status: kind.status ?? 200 };
}

/** What stands on every page. */
export function frame(snapshot: Snapshot): unknown {
  return snapshot.site() === undefined ? undefined : chromeOf(snapshot);
}

/**
 * The paths that a delta may touch. Naming all of them is always right: the digests of their views then tell
 * which pages differ.
 */
export function affected(snapshot: Snapshot, _delta: Delta): string[] {
  return plan(snapshot).map(({ path }) => path);
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
