/** Items shown by their names alone, as links. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { itemPath, type PagedType } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Crumb } from './page.ts';

/** A link to an item that has a page. */
export interface NamedLink extends Crumb {
  path: string;
}

/** An item as a link under its name or title. */
export function nameLink<Type extends PagedType>(item: ItemOf<Type>): NamedLink {
  return { label: 'name' in item ? item.name : item.title, path: itemPath(item.type, item.slug) };
}

/** The items of these ids that are there, in the same order. */
export function nameLinks<Type extends PagedType>(
  snapshot: Snapshot,
  type: Type,
  ids: readonly string[],
): NamedLink[] {
  return ids.flatMap((id) => {
    const item = snapshot.get(type, id);
    return item === undefined ? [] : [nameLink<Type>(item)];
  });
}
