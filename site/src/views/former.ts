/**
 * What stands at an address that was given up: the way to where its item moved, or word that it was withdrawn
 * or is gone (law 6). Nothing of what was removed is told, its title neither.
 */
import { itemPath, type PagedType } from '@xinglin/shared/paths.js';
import { itemAddressAt, type Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type Errand, errandsOf } from './errands.ts';
import { fateOf } from './fate.ts';
import type { NamedLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { typeLists } from './type-lists.ts';

export interface FormerView extends PageView {
  former: 'moved' | 'withdrawn' | 'removed';
  status: 301 | 410;
  title: string;
  /** Where the page stands now. */
  to?: string;
  /** Why it was withdrawn, one entry a paragraph. */
  explanation: string[];
  /** What else there is of its kind. */
  list?: NamedLink;
  /** What readers may have come for; none where the page leads on. */
  errands: Errand[];
}

/** The page of a former address; undefined where the place is none. */
export function formerView(snapshot: Snapshot, place: Place): FormerView | undefined {
  const address = itemAddressAt(place);
  const fate =
    address !== undefined && place.path === itemPath(address.type, address.slug)
      ? fateOf(snapshot, address)
      : undefined;
  switch (fate?.kind) {
    case 'moved':
    case 'redirected':
      return movedView(snapshot, fate.path);
    case 'withdrawn':
      return {
        ...goneView(snapshot, '内容已撤稿', place.kind as PagedType),
        former: 'withdrawn',
        explanation: paragraphs(fate.tombstone.explanation),
      };
    case 'gone':
      return goneView(snapshot, '内容已下线', place.kind as PagedType);
    default:
      return undefined;
  }
}

/** The page that leads on, for hosts that know no rules. */
export function movedView(snapshot: Snapshot, to: string): FormerView {
  const title = '页面已换地址';
  const page = pageOf(snapshot, { noindex: true, title, way: [{ label: title }] });
  return {
    ...page,
    // Of the page that it leads to it says the address alone: what else there is, that page tells by itself.
    head: { ...page.head, canonical: `${page.chrome.url}${to}` },
    former: 'moved',
    status: 301,
    title,
    to,
    explanation: [],
    errands: [],
  };
}

function goneView(snapshot: Snapshot, title: string, type: PagedType): FormerView {
  const list = type === 'channel' ? undefined : typeLists[type];
  const way = [...(list === undefined ? [] : [list]), { label: title }];
  return {
    ...pageOf(snapshot, { title, way }),
    former: 'removed',
    status: 410,
    title,
    explanation: [],
    list,
    errands: errandsOf(snapshot),
  };
}

function paragraphs(text = ''): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
