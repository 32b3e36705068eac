/** Everything that a site writes for machines alone, rendered and held to its rules. */
import { placeOf } from '@xinglin/shared/place.js';
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { rssFaults } from './rss-rules.ts';
import { readSitemap, readSitemapIndex } from './sitemap-rules.ts';

export interface MachineFiles {
  feeds: number;
  sitemaps: number;
  /** `path: what is wrong`. */
  faults: string[];
}

/** Looks at every feed and every sitemap of a snapshot. */
export async function machineFiles(renderer: Renderer, snapshot: Snapshot): Promise<MachineFiles> {
  const origin = snapshot.site()?.url ?? '';
  const seen: MachineFiles = { feeds: 0, sitemaps: 0, faults: [] };
  const named: string[] = [];
  const parts: string[] = [];
  let index: string[] = [];
  for (const route of renderer.plan(snapshot)) {
    if (!route.path.endsWith('.xml')) continue;
    const { body } = await renderer.render(route.path, renderer.view(snapshot, route.path));
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const faults = faultsOf(route);
    seen.faults.push(...faults.map((fault) => `${route.path}: ${fault}`));

    function faultsOf({ path, location = path }: Route): string[] {
      const kind = placeOf(path)?.kind ?? '';
      if (!kind.startsWith('sitemap')) {
        seen.feeds += 1;
        return rssFaults(xml, `${origin}${location}`);
      }
      seen.sitemaps += 1;
      const sitemap = kind === 'sitemap' ? readSitemapIndex(xml, origin) : readSitemap(xml, origin);
      if (kind === 'sitemap') index = sitemap.locs;
      if (kind === 'sitemap-part') {
        parts.push(`${origin}${path}`);
        named.push(...sitemap.locs);
      }
      return sitemap.faults;
    }
  }
  if (new Set(named).size !== named.length) seen.faults.push('a page stands in two parts of the sitemap');
  if (index.toSorted().join() !== parts.toSorted().join())
    seen.faults.push('the index names other parts than there are');
  return seen;
}
