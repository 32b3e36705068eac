/**
 * Links of the office that lead nowhere. The site shows their words as plain text, so no reader meets them; the
 * office is told which item, which words, where they pointed and what became of it. Pure.
 */
import { type Address, oldSlugsOf } from '@xinglin/shared/addresses.js';
import { renderBody } from '@xinglin/shared/body/body.js';
import { type Item, type ItemType, itemTypes } from '@xinglin/shared/content/item.js';
import type { Delta, Standing } from '@xinglin/shared/delta.js';
import { mediaIn } from '@xinglin/shared/edges.js';
import { isPaged, itemPath, type PagedType, parseItemPath } from '@xinglin/shared/paths.js';
import { itemAddressAt, placeOf } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type Finding, finding } from './findings.ts';
import { linksIn } from './link-texts.ts';
import { called, linksOf, type NamedLink, type NamedText, textsOf } from './texts.ts';

export interface ItemName {
  type: ItemType;
  id: string;
}

/** Whether who follows a link to a path gets a page or a file: as `Surroundings.stands`. */
export type Stands = (path: string) => boolean;

/** Whose links are to be looked at after a delta: what changed, and whoever names what came or went with it. */
export function itemsToCheck(snapshot: Snapshot, delta: Delta): ItemName[] {
  const found = new Map<string, ItemName>();
  const take = ({ type, id }: ItemName) => void found.set(`${type} ${id}`, { type, id });
  for (const change of delta) {
    take(change);
    for (const address of addressesOf(change.type, change.before, change.after)) {
      for (const name of snapshot.linking(address)) take(name);
    }
    if (change.type !== 'media') continue;
    const owner = { type: 'media' as const, id: change.id };
    for (const type of itemTypes)
      for (const item of snapshot.naming({ owner, type, rels: ['body'] })) take(item);
  }
  return [...found.values()];
}

/** What is dead in the named items; those that are no longer there have no links. */
export function deadLinks(snapshot: Snapshot, items: Iterable<ItemName>, stands: Stands): Finding[] {
  return Array.from(items).flatMap(({ type, id }) => {
    const item = snapshot.get(type, id) as Item | undefined;
    return item === undefined ? [] : deadLinksOf(snapshot, item, stands);
  });
}

/** All links of an item that lead nowhere, and all pictures and files in its texts that are not there. */
export function deadLinksOf(snapshot: Snapshot, item: Item, stands: Stands): Finding[] {
  const texts = textsOf(item).filter((text) => isSuspect(snapshot, text, stands));
  const links = [...texts.flatMap(linksInText), ...linksOf(item)];
  const dead = links.flatMap((link) => {
    const path = ownPath(link.href);
    return path === undefined || stands(path) ? [] : [sentence(item, link, whyNothing(snapshot, path))];
  });
  const missing = texts.flatMap((text) => missingMedia(snapshot, item, text));
  const path = isPaged(item) ? itemPath(item.type, item.slug) : '';
  const { type, id } = item;
  return [...new Set([...dead, ...missing])].map((text) => ({
    ...finding('dead-reference', path, text),
    item: { type, id },
  }));
}

/** Where a link to this site may begin in Markdown or HTML, and what it may lead to. */
const linkForm = /(?:\](?:\(|:)\s*|\bhref\s*=\s*["']?)(<|\/(?!\/)[^\s)"'<>]*)/gi;

/**
 * Whether it is worth reading the text as a text. Says yes too often rather than too seldom: what is spelled in
 * any but the plainest way leads nowhere as it is spelled.
 */
function isSuspect(snapshot: Snapshot, { markdown }: NamedText, stands: Stands): boolean {
  for (const [, href = ''] of markdown.matchAll(linkForm)) {
    const path = ownPath(href);
    if (href === '<' || (path !== undefined && !stands(path))) return true;
  }
  return mediaIn(markdown).some((id) => isMissing(snapshot, id));
}

/** The links that a text would have if every path of this site led somewhere. */
function linksInText({ label, markdown }: NamedText): NamedLink[] {
  const html = renderBody(markdown, { media: () => undefined, link: (path) => path });
  return linksIn(html).map(({ href, text }) => ({ label, text, href }));
}

/**
 * The path that must stand for a link on this site to be one, as the site spells it: an item's own page, also for
 * its months and feeds. Undefined where it leads elsewhere, or to a place of no item, such as a month of all news:
 * the site links there unseen, and it is found on the page.
 */
function ownPath(href: string): string | undefined {
  if (!/^\/(?!\/)/.test(href)) return undefined;
  const [bare = ''] = href.split(/[?#]/, 1);
  const path = bare.endsWith('/') || /\.\w+$/.test(bare) ? bare : `${bare}/`;
  const place = placeOf(path);
  const address = place && itemAddressAt(place);
  if (address !== undefined) return itemPath(address.type, address.slug);
  return place === undefined ? path : undefined;
}

function sentence(item: Item, { label, text, href }: NamedLink, why: string): string {
  const shown =
    item.type === 'site' || item.type === 'slot' ? '网站上不显示它' : '读者看到的是没有链接的文字';
  return `${called(item)}的${label}里，「${text}」的链接指向 ${href}，${why}；${shown}。`;
}

/** Without the title of what is gone: it may be the very thing that had to disappear (law 6). */
function whyNothing(snapshot: Snapshot, path: string): string {
  const address = parseItemPath(path);
  const standing = address && snapshot.formerly(address);
  if (standing === undefined || 'item' in standing) return '那里没有页面';
  return standing.tombstone.reason === 'withdrawn' ? '那里的内容已撤稿' : '那里的内容已下线';
}

function missingMedia(snapshot: Snapshot, item: Item, { label, markdown }: NamedText): string[] {
  return mediaIn(markdown).flatMap((id) => {
    if (!isMissing(snapshot, id)) return [];
    const words = new RegExp(`\\[([^\\]]*)\\]\\(media:${id}\\b`).exec(markdown)?.[1] ?? '';
    const what = words === '' ? '一个图片或附件' : `图片或附件「${words}」`;
    const why = snapshot.get('media', id) === undefined ? '已不在媒体库里' : '的文件损坏了';
    return [`${called(item)}的${label}里，${what}${why}，网站上不显示它。`];
  });
}

function isMissing(snapshot: Snapshot, id: string): boolean {
  const media = snapshot.get('media', id);
  return media === undefined || media.broken !== undefined;
}

/** Where a document could be found, before and now. */
function addressesOf(type: ItemType, ...standings: Standing[]): Address[] {
  const slugs = standings.flatMap((standing) => {
    if (standing === undefined) return [];
    const form = 'item' in standing ? standing.item : standing.tombstone;
    const own = 'slug' in form && form.slug !== undefined ? [form.slug] : [];
    return [...own, ...oldSlugsOf(form)];
  });
  return [...new Set(slugs)].map((slug) => ({ type: type as PagedType, slug }));
}
