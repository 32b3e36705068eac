/**
 * The order in which a release becomes visible (law 4): what a page needs before the page, a page before the
 * lists that link to it, feeds and the sitemap last. Deletions follow after all of it.
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { homePath, parseItemPath, siteStylePath } from '@xinglin/shared/paths.js';
import type { Origin } from './ports.ts';

/** What the order depends on. */
export interface Placed {
  path: string;
  origin: Origin;
}

/** Smaller first: assets and media and the stylesheet, item pages, lists, home and feeds and sitemap. */
export function rankOf({ path, origin }: Placed): 0 | 1 | 2 | 3 {
  if (origin !== 'page' || path === siteStylePath) return 0;
  if (path === homePath || path.endsWith('.xml')) return 3;
  const item = parseItemPath(path);
  // A channel's page is the list of its articles.
  return item !== undefined && item.type !== 'channel' ? 1 : 2;
}

/** Sorts by rank, then by path in code-unit order. */
export function inOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => rankOf(a) - rankOf(b) || compareCodeUnits(a.path, b.path));
}

/** Deletions run the other way round: whoever links goes before what is linked to. */
export function inReverseOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  return inOrder(entries).reverse();
}
