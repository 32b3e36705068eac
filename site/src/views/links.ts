/** Links that the office typed into settings and slots. */
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { leadsTo } from './fate.ts';

export interface Link {
  label: string;
  url: string;
}

/** Without those that lead to a page of this site which is not there. */
export function liveLinks<Entry extends Link>(snapshot: Snapshot, links: readonly Entry[]): Entry[] {
  return links.flatMap((link) => {
    const url = liveUrl(snapshot, link.url);
    return url === undefined ? [] : [{ ...link, url }];
  });
}

/** An address as it stands, or a path of this site as it is spelled now; undefined where nothing is there. */
export function liveUrl(snapshot: Snapshot, url: string): string | undefined {
  return url.startsWith('/') ? leadsTo(snapshot, url) : url;
}
