/** What every HTML page's view model has: the chrome around it, what its head says, the way to it. */
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type Chrome, chromeOf } from './chrome.ts';

export interface Head {
  /** What stands in the browser's tab, the site's name included. */
  title: string;
  description?: string;
  /** Absolute address; absent on error pages, which have none of their own. */
  canonical?: string;
  /** Absolute address of the picture that link previews show. */
  image?: string;
  article?: boolean;
  /** Set where search engines are to leave the page out although it names another as its own. */
  noindex?: boolean;
  /** RSS feed of this page's list. */
  feed?: { title: string; path: string };
  /** Further `<meta name content>`. */
  meta: { name: string; content: string }[];
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

export interface PageFacts extends Omit<Partial<Head>, 'title' | 'canonical' | 'image'> {
  /** Where the page stands; absent on error pages. */
  path?: string;
  /** Its own title; absent on home. */
  title?: string;
  /** Path of the picture for link previews. */
  picture?: string;
  /** The way from home to here, without home. */
  way?: Crumb[];
}

/** The common part of a page's view model. */
export function pageOf(snapshot: Snapshot, facts: PageFacts): PageView {
  const chrome = chromeOf(snapshot);
  const { path, title, picture, way, ...head } = facts;
  return {
    chrome,
    head: {
      meta: [],
      ...head,
      title: title === undefined ? homeTitle(chrome) : `${title} - ${chrome.name}`,
      ...(path !== undefined && { canonical: `${chrome.url}${path}` }),
      ...(picture !== undefined && { image: `${chrome.url}${picture}` }),
    },
    ...(way !== undefined && { crumbs: crumbsOf(snapshot, way) }),
  };
}

/** The site and the hospital it belongs to; once where both have the same name. */
function homeTitle({ name, organisation }: Chrome): string {
  return name === organisation ? name : `${name} - ${organisation}`;
}

function crumbsOf(snapshot: Snapshot, way: Crumb[]): Crumbs {
  const { prefix, separator } = snapshot.site()?.breadcrumb ?? { prefix: '', separator: '' };
  return { prefix, separator, items: [{ label: '首页', path: '/' }, ...way] };
}
