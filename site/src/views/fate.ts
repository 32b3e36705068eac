/**
 * What became of an address of this site: whatever a link, a former address or a redirect names, here is told
 * where it leads now. Chains and swaps collapse, because each step asks for the item and not for the next
 * address; a circle leads nowhere.
 */
import type { Address } from '@xinglin/shared/addresses.js';
import type { Tombstone } from '@xinglin/shared/feed.js';
import { isPaged, itemPath, type PagedItem } from '@xinglin/shared/paths.js';
import { itemAddressAt, placeOf } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { isShown } from './channel-tree.ts';

export type Fate =
  /** The item's page stands there. */
  | { kind: 'live'; path: string; item: PagedItem }
  /** The item's page stands at another address now. */
  | { kind: 'moved'; path: string; item: PagedItem }
  /** The item is gone, and its readers are sent elsewhere on this site. */
  | { kind: 'redirected'; path: string }
  | { kind: 'withdrawn'; tombstone: Tombstone }
  | { kind: 'gone' };

/** Undefined where nothing stands or ever stood; a channel that holds nothing is nowhere. */
export function fateOf(snapshot: Snapshot, address: Address, way: readonly string[] = []): Fate | undefined {
  const live = snapshot.bySlug(address.type, address.slug);
  if (live !== undefined) return standing('live', snapshot, live);
  const former = snapshot.formerly(address);
  if (former === undefined) return undefined;
  if ('item' in former) {
    return isPaged(former.item) ? standing('moved', snapshot, former.item) : undefined;
  }
  const { reason, redirectTo } = former.tombstone;
  if (reason === 'withdrawn') return { kind: 'withdrawn', tombstone: former.tombstone };
  const here = itemPath(address.type, address.slug);
  const path =
    redirectTo === undefined || way.includes(here)
      ? undefined
      : leadsTo(snapshot, redirectTo, [...way, here]);
  return path === undefined ? { kind: 'gone' } : { kind: 'redirected', path };
}

/** Where a path on this site leads in one step, as it is spelled now; undefined where nothing is there. */
export function leadsTo(snapshot: Snapshot, path: string, way: readonly string[] = []): string | undefined {
  const [bare, rest] = splitAt(path, path.search(/[?#]/));
  const slashed = bare.endsWith('/') || /\.\w+$/.test(bare) ? bare : `${bare}/`;
  const place = placeOf(slashed);
  if (place === undefined) return undefined;
  const address = itemAddressAt(place);
  if (address === undefined) return place.slug === '' ? `${slashed}${rest}` : undefined;
  const fate = fateOf(snapshot, address, way);
  if (fate === undefined || !('path' in fate)) return undefined;
  if (fate.kind === 'redirected') return fate.path;
  return `${fate.path}${tailOf(slashed)}${rest}`;
}

/** What of a path tells the month or the feed of an item's list: `2026/11/`, `feed.xml`. */
export function tailOf(path: string): string {
  return /(?:\d{4}\/\d{2}\/(?:\d+\/)?|feed\.xml)$/.exec(path)?.[0] ?? '';
}

function standing(kind: 'live' | 'moved', snapshot: Snapshot, item: PagedItem): Fate | undefined {
  if (item.type === 'channel' && !isShown(snapshot, item)) return undefined;
  return { kind, path: itemPath(item.type, item.slug), item };
}

function splitAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
