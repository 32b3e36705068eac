/**
 * The sitemap in parts: one for each month of each dated type, so that an article touches one of them, and one
 * for all that has no date. Months of lists are left out: they are ways to pages, and nothing to be found.
 */
import type { ItemType } from '@xinglin/shared/content/item.js';
import {
  homePath,
  indexPath,
  itemPath,
  type SectionType,
  type SitemapPart,
  sections,
  sitemapPartPath,
  sitemapPath,
} from '@xinglin/shared/paths.js';
import type { Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { shownChannels } from './channel.ts';
import { chromeOf } from './chrome.ts';
import type { Kind } from './kind.ts';

export interface SitemapView {
  urls: { loc: string; lastmod?: string }[];
}

export interface SitemapIndexView {
  parts: string[];
}

/** URLs of a part: the protocol allows 50,000, and 50 MB. */
export const partSize = 20_000;

export const datedTypes = ['article', 'consultation', 'notice', 'video'] as const;
export const undatedTypes = (Object.keys(sections) as SectionType[]).filter(
  (type) => !(datedTypes as readonly ItemType[]).includes(type),
);

export const sitemap: Kind<SitemapIndexView> = {
  paths: () => [sitemapPath],
  view(snapshot) {
    const { url } = chromeOf(snapshot);
    return { parts: partPaths(snapshot).map((path) => `${url}${path}`) };
  },
};

export const sitemapPart: Kind<SitemapView> = {
  paths: partPaths,
  has: (snapshot, place) => place.page <= pagesOfPart(snapshot, partAt(place)),
  view(snapshot, place) {
    const { url } = chromeOf(snapshot);
    const from = (place.page - 1) * partSize;
    const urls = urlsOf(snapshot, partAt(place)).slice(from, from + partSize);
    if (urls.length === 0) return undefined;
    return { urls: urls.map(({ path, lastmod }) => ({ loc: `${url}${path}`, ...(lastmod && { lastmod }) })) };
  },
};

/** The parts that there are, what has no date first. */
function partPaths(snapshot: Snapshot): string[] {
  const months = datedTypes.flatMap((type) =>
    snapshot.monthsOf(type).map((month): SitemapPart => ({ type, month })),
  );
  return (['undated', ...months] as SitemapPart[]).flatMap((part) =>
    Array.from({ length: pagesOfPart(snapshot, part) }, (_, index) => sitemapPartPath(part, index + 1)),
  );
}

/** How many pages a part has. */
export function pagesOfPart(snapshot: Snapshot, part: SitemapPart): number {
  const count = part === 'undated' ? undatedPaths(snapshot).length : snapshot.countOf(part.type, part.month);
  return Math.ceil(count / partSize);
}

function partAt({ slug, month }: Place): SitemapPart {
  return slug === '' ? 'undated' : { type: slug as SectionType, month };
}

function urlsOf(snapshot: Snapshot, part: SitemapPart): { path: string; lastmod?: string }[] {
  if (part === 'undated') return undatedPaths(snapshot).map((path) => ({ path }));
  return snapshot.datesOf(part.type, part.month).map(({ slug, sort }) => ({
    path: itemPath(part.type, slug),
    lastmod: sort.slice(0, 10),
  }));
}

function undatedPaths(snapshot: Snapshot): string[] {
  return [
    homePath,
    ...(Object.keys(sections) as SectionType[]).map(indexPath),
    ...shownChannels(snapshot).map(({ slug }) => itemPath('channel', slug)),
    ...undatedTypes.flatMap((type) => snapshot.slugs(type).map(({ slug }) => itemPath(type, slug))),
  ];
}
