/** Which site addresses an item occupies or names, as a pure function of it; the snapshot indexes them. */
import type { Item } from './content/item.ts';
import type { Tombstone } from './feed.ts';
import { itemPath, type PagedType, parseItemPath } from './paths.ts';
import { itemAddressAt, placeOf } from './place.ts';

/** The page of an item, named by its type and slug. */
export interface Address {
  type: PagedType;
  slug: string;
}

/** Where texts of an item may begin to name a path: at their start, or after what opens a link in Markdown or HTML. */
const pathInText = /(?<![^\s("'<[=>:])\/+(?:[\w.~-]+\/+)*[\w.~-]+/g;

/**
 * Every item whose page, month or feed any text names: links in Markdown, navigation, slots, and where a
 * removed item sends its readers. May name addresses that only look like links, never leaves one out: a page
 * that shows the item depends on what stands there.
 */
export function addressesNamedBy(standing: Item | Tombstone): Address[] {
  const found = new Map<string, Address>();
  for (const text of textsOf('kind' in standing ? standing.redirectTo : standing)) {
    for (const [path] of text.matchAll(pathInText)) {
      const address = addressIn(path);
      if (address !== undefined) found.set(itemPath(address.type, address.slug), address);
    }
  }
  return [...found.values()];
}

/** The item that a path is of, however its end is spelled. */
export function addressIn(path: string): Address | undefined {
  const item = parseItemPath(path);
  if (item !== undefined) return item;
  const place = placeOf(path.endsWith('/') || path.endsWith('.xml') ? path : `${path}/`);
  return place && itemAddressAt(place);
}

/** The slugs that an item or a tombstone had before, or had at the end: where readers may still look for it. */
export function oldSlugsOf(standing: Item | Tombstone): string[] {
  const former = 'formerSlugs' in standing ? (standing.formerSlugs ?? []) : [];
  if ('kind' in standing) return standing.slug === undefined ? former : [standing.slug, ...former];
  return former;
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.includes('/')) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* textsOf(part);
  }
}
