/**
 * The only place where the site's URLs are spelled, and read back. Every page's path ends in `/` and is a
 * directory with an `index.html`, so that any static host serves it.
 */
import type { Item, ItemOf, ItemType } from './content/item.ts';

/** Types with a page of their own, and the first segment of its path. A channel stands at the root. */
export const sections = {
  article: 'news',
  campus: 'campuses',
  consultation: 'consultations',
  department: 'departments',
  disease: 'diseases',
  doctor: 'doctors',
  notice: 'notices',
  page: 'pages',
  series: 'series',
  tag: 'tags',
  topic: 'topics',
  video: 'videos',
} as const satisfies Partial<Record<ItemType, string>>;

export type SectionType = keyof typeof sections;
export type PagedType = SectionType | 'channel';

/** Items that have a page of their own. */
export type PagedItem = ItemOf<PagedType>;

/** First segments that no channel may take as its slug. */
export const reservedSegments: ReadonlySet<string> = /* @__PURE__ */ reserved();

function reserved(): ReadonlySet<string> {
  return new Set([
    ...Object.values(sections),
    '404',
    '410',
    '_astro',
    'admin',
    'api',
    'assets',
    'feed',
    'files',
    'media',
    'news',
    'rss',
    'search',
    'sitemap',
    'views',
  ]);
}

// Marked pure, so that a page's script that asks for one address does not bring all of them along.
const sectionTypes = /* @__PURE__ */ typesBySegment();

function typesBySegment(): ReadonlyMap<string, SectionType> {
  return new Map(Object.entries(sections).map(([type, segment]) => [segment, type as SectionType]));
}

/** `/news/zhi-suan-shi-yan-shi/`, `/xinwen-dongtai/` */
export function itemPath(type: PagedType, slug: string): string {
  return type === 'channel' ? `/${slug}/` : `/${sections[type]}/${slug}/`;
}

/** The type whose pages stand under a first segment; undefined where that is a channel's or none. */
export function sectionTypeOf(segment: string): SectionType | undefined {
  return sectionTypes.get(segment);
}

/** Whether items of this type have a page of their own. */
export function isPagedType(type: ItemType): type is PagedType {
  return type === 'channel' || type in sections;
}

/** The same, asked of an item. */
export function isPaged(item: Item): item is PagedItem {
  return isPagedType(item.type);
}

/** The list of all items of a type: `/departments/`. */
export function indexPath(type: SectionType): string {
  return `/${sections[type]}/`;
}

/** One calendar month of a list: `/xinwen-dongtai/2026/11/`, then `…/2/`. `month` is `2026-11`. */
export function monthPath(listPath: string, month: string, page = 1): string {
  return `${listPath}${month.replace('-', '/')}/${page === 1 ? '' : `${page}/`}`;
}

/** Types whose items have a feed of their own. */
export const feedTypes = ['channel', 'department', 'series'] as const satisfies readonly PagedType[];

/** Whether items of this type have a feed of their own. */
export function hasFeeds(type: ItemType): type is (typeof feedTypes)[number] {
  return (feedTypes as readonly ItemType[]).includes(type);
}

/** A list's own RSS feed. */
export function feedPath(listPath: string): string {
  return `${listPath}feed.xml`;
}

export const homePath = '/';
export const rssPath = '/rss.xml';
/** 订阅: every feed of the site, for people. */
export const rssIndexPath = '/rss/';
export const sitemapPath = '/sitemap.xml';
/** What is newest, for search engines that show news. */
export const newsSitemapPath = '/sitemap/latest-news.xml';
/** 网站地图, for people. */
export const siteMapPath = '/sitemap/';
export const robotsPath = '/robots.txt';
/** The site's own icon; browsers that cannot draw it ask for /favicon.ico by themselves. */
export const iconPath = '/favicon.svg';
/** The view counter's door (scripts/counter): no page, and no item's. */
export const viewsPath = '/views';
export const notFoundPath = '/404.html';
export const gonePath = '/410.html';
/** The stylesheet that the site settings write: the usual size of text, 全站置灰. Every page links it. */
export const siteStylePath = '/site.css';

/** The part of the sitemap that tells of a dated type's month, or of all that has no date. */
export function sitemapPartPath(part: SitemapPart, page = 1): string {
  const name = part === 'undated' ? part : `${sections[part.type]}-${part.month}`;
  return `/sitemap/${name}${page === 1 ? '' : `-${page}`}.xml`;
}

export type SitemapPart = { type: SectionType; month: string } | 'undated';

/** A media file as it was uploaded: `/files/ab/<sha256>.pdf`. */
export function filePath(media: { sha256: string; ext: string }): string {
  return `/files/${media.sha256.slice(0, 2)}/${media.sha256}${media.ext}`;
}

/** A picture made from an original by a recipe: `/media/ab/<sha256>-960.webp`. */
export function derivativePath(sha256: string, width: number, ext: '.webp' | '.jpg'): string {
  return `/media/${sha256.slice(0, 2)}/${sha256}-${width}${ext}`;
}

/** How wide such a picture is, in pixels; undefined where the path is none. */
export function derivativeWidth(path: string): number | undefined {
  const width = /^\/media\/.*-(\d+)\.(?:webp|jpg)$/.exec(path)?.[1];
  return width === undefined ? undefined : Number(width);
}

/** The file that serves a path: `/news/a/` is `news/a/index.html`. */
export function fileOf(path: string): string {
  const relative = path.slice(1);
  return relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative;
}

/** What an internal link points at, or undefined where the path is none of an item's own page. */
export function parseItemPath(path: string): { type: PagedType; slug: string } | undefined {
  const [clean = ''] = path.split(/[?#]/, 1);
  const segments = clean.split('/').filter((segment) => segment !== '');
  const [first, second] = segments;
  if (first === undefined || segments.length > 2) return undefined;
  const type = sectionTypes.get(first);
  if (type !== undefined) return second === undefined ? undefined : { type, slug: second };
  return second === undefined && !reservedSegments.has(first) ? { type: 'channel', slug: first } : undefined;
}
