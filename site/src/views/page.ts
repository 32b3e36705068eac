/** What every HTML page's view model has: the chrome around it, what its head says, the way to it. */
import { derivativeWidth, homePath } from '@xinglin/shared/paths.js';
import type { Picture } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type Chrome, chromeOf } from './chrome.ts';
import { type Column, columnAt, homeDescription, oneLine } from './column.ts';
import type { Publication } from './publication.ts';

/** What machines are told of a page that is content of its own: an article, a notice, a 单页, a video, an answer. */
export interface ContentFacts extends Publication {
  /** The day of the last correction. */
  modified?: string | undefined;
  /** 来源; the hospital where nobody is named. */
  source?: string | undefined;
  /** The source where nobody is named. */
  author?: string | undefined;
  /** Those of its column where it has none. */
  keywords?: string | undefined;
}

/** The picture of link previews. */
export interface SharedPicture {
  /** Absolute address. */
  url: string;
  /** Pixels of the file itself. */
  width: number;
  height: number;
  alt?: string;
}

export interface Head {
  /** The page's own title, without the site's name; absent on home. */
  title?: string;
  description: string;
  /** Absolute address; absent on error pages, which have none of their own. */
  canonical?: string;
  picture?: SharedPicture;
  /** Set where search engines are to leave the page out although it names another as its own. */
  noindex?: boolean;
  /** RSS feed of this page's list. */
  feed?: { title: string; path: string };
  /** Absent on error pages. */
  column?: Column;
  content?: ContentFacts;
}

export interface Crumb {
  label: string;
  /** Absent on the page itself. */
  path?: string;
}

export interface Crumbs {
  prefix: string;
  separator: string;
  items: Crumb[];
}

export interface PageView {
  chrome: Chrome;
  head: Head;
  /** Absent on home. */
  crumbs?: Crumbs;
}

export interface PageFacts extends Pick<Head, 'noindex' | 'feed' | 'content'> {
  /** Where the page stands; absent on error pages. */
  path?: string;
  /** Its own title; absent on home. */
  title?: string;
  /** Where it is absent or empty, one is made of the title. */
  description?: string | undefined;
  /** The channel that it belongs to, where its path does not begin with it. */
  channel?: string;
  /** For link previews. */
  picture?: Picture | undefined;
  /** The way from home to here, without home. */
  way?: Crumb[];
}

/** The common part of a page's view model. */
export function pageOf(snapshot: Snapshot, facts: PageFacts): PageView {
  const chrome = chromeOf(snapshot);
  const { path, title, description, channel, picture, way, ...head } = facts;
  const column = path === undefined ? undefined : columnAt(snapshot, path, channel);
  return {
    chrome,
    head: {
      ...head,
      ...(title !== undefined && { title }),
      description: oneLine(description ?? '') || describe(chrome, column, title),
      ...(path !== undefined && { canonical: `${chrome.url}${path}` }),
      ...(column !== undefined && { column }),
      ...(picture !== undefined && { picture: shared(chrome, picture) }),
    },
    ...(way !== undefined && { crumbs: crumbsOf(snapshot, way) }),
  };
}

/** What stands in the browser's tab: the page and the site; on home, the site and the hospital it belongs to. */
export function tabTitle({ chrome: { name, organisation }, head: { title } }: PageView): string {
  if (title !== undefined) return `${title} - ${name}`;
  return name === organisation ? name : `${name} - ${organisation}`;
}

function describe({ organisation }: Chrome, column: Column | undefined, title: string | undefined): string {
  if (title === undefined) return homeDescription(organisation);
  const section = column === undefined || column.name === title ? '' : column.name;
  return `${title}：${organisation}${section}。`;
}

/** The JPEG, which every reader of link previews knows; `width` and `height` of a picture are the original's. */
function shared(chrome: Chrome, picture: Picture): SharedPicture {
  const width = derivativeWidth(picture.src) ?? picture.width;
  return {
    url: `${chrome.url}${picture.src}`,
    width,
    height: Math.max(1, Math.round((picture.height * width) / picture.width)),
    ...(picture.alt && { alt: picture.alt }),
  };
}

function crumbsOf(snapshot: Snapshot, way: Crumb[]): Crumbs {
  const { prefix, separator } = snapshot.site()?.breadcrumb ?? { prefix: '', separator: '' };
  return { prefix, separator, items: [{ label: '首页', path: homePath }, ...way] };
}
