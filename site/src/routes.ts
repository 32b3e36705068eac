/** Which pages there are, and what each shows. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { placeOf } from '@xinglin/shared/place.js';
import { NoSuchView, type Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { formerRoute, formerRoutes, viewOfFormer } from './former-routes.ts';
import { kinds } from './kinds.ts';
import { chromeOf } from './views/chrome.ts';

/** Every route of the site, each once, in code-unit order. Empty until the site settings are there. */
export function plan(snapshot: Snapshot): Route[] {
  if (snapshot.site() === undefined) return [];
  const routes = new Map<string, Route>();
  for (const [kind, { paths, status = 200 }] of Object.entries(kinds)) {
    for (const path of paths(snapshot)) routes.set(path, { path, kind, status });
  }
  for (const route of formerRoutes(snapshot)) routes.set(route.path, route);
  return [...routes.values()].sort((a, b) => compareCodeUnits(a.path, b.path));
}

/** The planned route at a path: what `plan` says of it, at the cost of this one. */
export function route(snapshot: Snapshot, path: string): Route | undefined {
  const place = placeOf(path);
  if (place === undefined || snapshot.site() === undefined) return undefined;
  const kind = kinds[place.kind];
  if (kind === undefined) return undefined;
  const there = kind.has?.(snapshot, place) ?? true;
  return there ? { path, kind: place.kind, status: kind.status ?? 200 } : formerRoute(snapshot, place);
}

/** What stands on every page, and is not told by `affected`. */
export function frame(snapshot: Snapshot): unknown {
  const site = snapshot.site();
  return site && { chrome: chromeOf(snapshot), breadcrumb: site.breadcrumb };
}

/**
 * All that the page at `path` shows.
 * @throws NoSuchView where the path is none of this site's pages, or its item is not in the snapshot.
 */
export function view(snapshot: Snapshot, path: string): unknown {
  const place = placeOf(path);
  const found = place && (kinds[place.kind]?.view(snapshot, place) ?? viewOfFormer(snapshot, place));
  if (found === undefined) {
    throw new NoSuchView(
      place === undefined
        ? `No page of this site can stand at ${path}.`
        : `The snapshot (revision ${snapshot.revision}) has nothing to show at ${path} (${place.kind}).`,
    );
  }
  return found;
}
