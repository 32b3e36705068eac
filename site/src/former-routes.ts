/** The routes of addresses that were given up, and what stands there. */
import { feedPath, hasFeeds, itemPath } from '@xinglin/shared/paths.js';
import { itemAddressAt, type Place, placeOf } from '@xinglin/shared/place.js';
import type { Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { kinds } from './kinds.ts';
import { archivePaths } from './views/archive.ts';
import { type Fate, fateOf, tailOf } from './views/fate.ts';
import { formerView, movedView } from './views/former.ts';

/** Every route of a former address; those of a list's months and feed with it. */
export function formerRoutes(snapshot: Snapshot): Route[] {
  return snapshot.formerAddresses().flatMap(({ type, slug }) => {
    const path = itemPath(type, slug);
    const fate = fateOf(snapshot, { type, slug });
    const tails = fate?.kind === 'moved' ? tailsOf(snapshot, fate) : [];
    return [path, ...tails.map((tail) => `${path}${tail}`)].flatMap((one) => {
      const place = placeOf(one);
      return (place && formerRoute(snapshot, place)) ?? [];
    });
  });
}

/** The route of a former address, or of a month or the feed of one. */
export function formerRoute(snapshot: Snapshot, place: Place): Route | undefined {
  const address = itemAddressAt(place);
  const fate = address && fateOf(snapshot, address);
  if (address === undefined || fate === undefined || fate.kind === 'live') return undefined;
  const { path } = place;
  if (path !== itemPath(address.type, address.slug)) {
    const to = listPlace(snapshot, fate, path);
    const kind = to?.kind.endsWith('-feed') ? 'moved-feed' : 'moved';
    return to && { path, kind, status: 301, location: to.path };
  }
  switch (fate.kind) {
    case 'moved':
    case 'redirected':
      return { path, kind: 'moved', status: 301, location: fate.path };
    case 'withdrawn':
      return { path, kind: 'withdrawn', status: 410 };
    case 'gone':
      return { path, kind: 'removed', status: 410 };
  }
}

/** What a former address shows. A feed that moved shows itself, so that readers of feeds lose nothing. */
export function viewOfFormer(snapshot: Snapshot, place: Place): object | undefined {
  const address = itemAddressAt(place);
  if (address === undefined) return undefined;
  if (place.path === itemPath(address.type, address.slug)) return formerView(snapshot, place);
  const to = listPlace(snapshot, fateOf(snapshot, address), place.path);
  if (to?.kind.endsWith('-feed')) return { ...kinds[to.kind]?.view(snapshot, to), status: 301 };
  return to && movedView(snapshot, to.path);
}

/** The month or feed of a moved list that `path` was, where it is now. */
function listPlace(snapshot: Snapshot, fate: Fate | undefined, path: string): Place | undefined {
  const tail = tailOf(path);
  const place = fate?.kind === 'moved' && tail !== '' ? placeOf(`${fate.path}${tail}`) : undefined;
  return place && kinds[place.kind]?.has?.(snapshot, place) ? place : undefined;
}

function tailsOf(snapshot: Snapshot, { path, item }: Extract<Fate, { kind: 'moved' }>): string[] {
  const monthly = item.type === 'channel' || item.type === 'series' || item.type === 'tag';
  const months = monthly ? archivePaths(snapshot, item, path) : [];
  const feeds = hasFeeds(item.type) ? [feedPath(path)] : [];
  return [...months, ...feeds].map((one) => one.slice(path.length));
}
