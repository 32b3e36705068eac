/**
 * The sitemap in parts: one for each month of each dated type, so that an article touches one of them, and one
 * for all that has no date. Months of lists are left out: they are ways to pages, and nothing to be found.
 *
 * `lastmod` is when the office last changed what a page is about. Lists have none: they change with whatever they
 * list, and telling so would touch the undated part with every article.
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import {
  homePath,
  indexPath,
  itemPath,
  rssIndexPath,
  type SectionType,
  type SitemapPart,
  sections,
  siteMapPath,
  sitemapPartPath,
  sitemapPath,
} from '@xinglin/shared/paths.js';
import { pictureOf } from '@xinglin/shared/pictures.js';
import type { Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { shownChannels } from './channel.ts';
import { chromeOf } from './chrome.ts';
import type { Kind } from './kind.ts';

export interface SitemapView {
  /** Addresses are absolute; `lastmod` is a W3C date and time. */
  urls: { loc: string; lastmod?: string; images: string[] }[];
}

export interface SitemapIndexView {
  parts: { loc: string; lastmod?: string }[];
}

/** A page as its part tells of it. */
interface Entry {
  path: string;
  at?: string | null;
  /** Paths. */
  images?: readonly string[];
}

/** URLs of a part: the protocol allows 50,000, and 50 MB. */
export const partSize = 20_000;

export const datedTypes = ['article', 'consultation', 'notice', 'video'] as const;
/** Undated types whose pages are lists, and those whose pages are about something of their own. */
const listTypes = ['series', 'tag'] as const satisfies readonly SectionType[];
const ownTypes = (Object.keys(sections) as SectionType[]).filter(
  (type) => !([...datedTypes, ...listTypes] as readonly ItemType[]).includes(type),
);

/** Images that the protocol allows a page. */
const imagesOfPage = 1_000;

export const sitemap: Kind<SitemapIndexView> = {
  paths: () => [sitemapPath],
  view(snapshot) {
    const { url } = chromeOf(snapshot);
    return {
      parts: partsOf(snapshot).flatMap((part) => {
        const lastmod = instant(lastChangeIn(snapshot, part));
        return pathsOf(snapshot, part).map((path) => ({ loc: `${url}${path}`, lastmod }));
      }),
    };
  },
};

export const sitemapPart: Kind<SitemapView> = {
  paths: (snapshot) => partsOf(snapshot).flatMap((part) => pathsOf(snapshot, part)),
  has: (snapshot, place) => place.page <= pagesOfPart(snapshot, partAt(place)),
  view(snapshot, place) {
    const { url } = chromeOf(snapshot);
    const from = (place.page - 1) * partSize;
    const entries = entriesOf(snapshot, partAt(place)).slice(from, from + partSize);
    if (entries.length === 0) return undefined;
    return {
      urls: entries.map(({ path, at, images = [] }) => ({
        loc: `${url}${path}`,
        lastmod: instant(at),
        images: images.map((image) => `${url}${image}`),
      })),
    };
  },
};

/** The parts that there are, what has no date first. */
function partsOf(snapshot: Snapshot): SitemapPart[] {
  const months = datedTypes.flatMap((type) => snapshot.monthsOf(type).map((month) => ({ type, month })));
  return ['undated', ...months];
}

function pathsOf(snapshot: Snapshot, part: SitemapPart): string[] {
  return Array.from({ length: pagesOfPart(snapshot, part) }, (_, index) => sitemapPartPath(part, index + 1));
}

/** How many pages a part has, or would have with so many `more` entries. */
export function pagesOfPart(snapshot: Snapshot, part: SitemapPart, more = 0): number {
  const count = part === 'undated' ? countUndated(snapshot) : snapshot.countOf(part.type, part.month);
  return Math.ceil((count + more) / partSize);
}

function partAt({ slug, month }: Place): SitemapPart {
  return slug === '' ? 'undated' : { type: slug as SectionType, month };
}

function lastChangeIn(snapshot: Snapshot, part: SitemapPart): string | undefined {
  if (part !== 'undated') return snapshot.lastChangeOf(part.type, part.month);
  return ownTypes
    .flatMap((type) => snapshot.lastChangeOf(type) ?? [])
    .sort(compareCodeUnits)
    .at(-1);
}

function entriesOf(snapshot: Snapshot, part: SitemapPart): Entry[] {
  if (part !== 'undated') {
    const rows = snapshot.datesOf(part.type, part.month);
    return itemEntries(part.type, rows, imagesOf(snapshot, part.type, part.month));
  }
  return [
    ...listPaths(snapshot).map((path) => ({ path })),
    ...ownTypes.flatMap((type) => itemEntries(type, snapshot.slugs(type), imagesOf(snapshot, type))),
  ];
}

function countUndated(snapshot: Snapshot): number {
  return listPaths(snapshot).length + ownTypes.reduce((sum, type) => sum + snapshot.slugs(type).length, 0);
}

/** Pages that show others: home, the list of each type, channels, series, tags, and the two for finding one's way. */
function listPaths(snapshot: Snapshot): string[] {
  return [
    homePath,
    rssIndexPath,
    siteMapPath,
    ...(Object.keys(sections) as SectionType[]).map(indexPath),
    ...shownChannels(snapshot).map(({ slug }) => itemPath('channel', slug)),
    ...listTypes.flatMap((type) => snapshot.slugs(type).map(({ slug }) => itemPath(type, slug))),
  ];
}

function itemEntries(
  type: SectionType,
  rows: readonly { slug: string; at: string | null }[],
  images: ReadonlyMap<string, string[]>,
): Entry[] {
  return rows.map(({ slug, at }) => ({ path: itemPath(type, slug), at, images: images.get(slug) ?? [] }));
}

/** The pictures on the pages of a type, each once a page, by slug. */
function imagesOf(snapshot: Snapshot, type: SectionType, month?: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { slug, media } of snapshot.picturesOf(type, month)) {
    const path = pictureOf(snapshot.get('media', media))?.src;
    const known = found.get(slug) ?? [];
    if (path === undefined || known.includes(path) || known.length === imagesOfPage) continue;
    found.set(slug, [...known, path]);
  }
  return found;
}

/** `2026-11-01T08:30:00.123Z` without its thousandths. */
function instant(at: string | null | undefined): string | undefined {
  return at ? `${at.slice(0, 19)}Z` : undefined;
}
