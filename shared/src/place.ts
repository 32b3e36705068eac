/** Paths read back: which page stands at a path, by its spelling alone (`paths.ts` spells them). */
import {
  feedPath,
  gonePath,
  homePath,
  newsSitemapPath,
  notFoundPath,
  type PagedType,
  parseItemPath,
  robotsPath,
  rssIndexPath,
  rssPath,
  type SectionType,
  sections,
  siteMapPath,
  sitemapPath,
  siteStylePath,
} from './paths.ts';

/** A page's place in the site. */
export interface Place {
  path: string;
  /**
   * The page's kind: an item's type (`article`), the list of a type (`department-index`), a month or a feed
   * of either (`channel-month`, `channel-feed`, `video-index-month`), a part of the sitemap (`sitemap-part`),
   * or one of the single pages.
   */
  kind: string;
  /** The item's slug, also on its months and feeds; a sitemap part's type; '' where the page is no item's. */
  slug: string;
  /** `2026-11`, and the page within it, from 1; '' and 1 where the page is no month. */
  month: string;
  page: number;
}

const singles: Readonly<Record<string, string>> = {
  [homePath]: 'home',
  [rssPath]: 'rss',
  [rssIndexPath]: 'rss-index',
  [sitemapPath]: 'sitemap',
  [newsSitemapPath]: 'sitemap-news',
  [siteMapPath]: 'site-map',
  [robotsPath]: 'robots',
  [notFoundPath]: 'not-found',
  [gonePath]: 'gone',
  [siteStylePath]: 'site-style',
};

const sitemapForm =
  /^\/sitemap\/(?:undated|(?<section>[a-z]+)-(?<month>\d{4}-(?:0[1-9]|1[0-2])))(?:-(?<page>[2-9]|[1-9]\d+))?\.xml$/;

const indexes = new Map<string, SectionType>(
  Object.entries(sections).map(([type, segment]) => [`/${segment}/`, type as SectionType]),
);

const monthForm = /^(?<list>.*\/)(?<year>\d{4})\/(?<month>0[1-9]|1[0-2])\/(?:(?<page>[2-9]|[1-9]\d+)\/)?$/;

/** The place a path spells, or undefined where no page of this site could stand. */
export function placeOf(path: string): Place | undefined {
  const single = singles[path];
  if (single !== undefined) return { path, kind: single, slug: '', month: '', page: 1 };
  const part = sitemapForm.exec(path)?.groups;
  if (part !== undefined) return sitemapPlace(path, part);
  if (path.endsWith(feedPath('/'))) {
    const list = listOf(path.slice(0, 1 - feedPath('/').length));
    return list && { path, kind: `${list.kind}-feed`, slug: list.slug, month: '', page: 1 };
  }
  const list = listOf(path);
  if (list !== undefined) return { path, ...list, month: '', page: 1 };
  const parts = monthForm.exec(path)?.groups;
  const owner = parts && listOf(parts['list'] ?? '');
  if (parts === undefined || owner === undefined) return undefined;
  return {
    path,
    kind: `${owner.kind}-month`,
    slug: owner.slug,
    month: `${parts['year']}-${parts['month']}`,
    page: Number(parts['page'] ?? 1),
  };
}

/** The item whose page, month or feed stands at a place. */
export function itemAddressAt({ kind, slug }: Place): { type: PagedType; slug: string } | undefined {
  const type = kind.replace(/^(channel|series|tag)-month$|^(channel|department|series)-feed$/, '$1$2');
  return slug !== '' && (type === 'channel' || type in sections)
    ? { type: type as PagedType, slug }
    : undefined;
}

function sitemapPlace(path: string, part: Record<string, string | undefined>): Place | undefined {
  const { section, month = '', page = '1' } = part;
  const type = section === undefined ? '' : indexes.get(`/${section}/`);
  return type === undefined
    ? undefined
    : { path, kind: 'sitemap-part', slug: type, month, page: Number(page) };
}

function listOf(path: string): { kind: string; slug: string } | undefined {
  const index = indexes.get(path);
  if (index !== undefined) return { kind: `${index}-index`, slug: '' };
  const item = path.endsWith('/') ? parseItemPath(path) : undefined;
  return item && { kind: item.type, slug: item.slug };
}
