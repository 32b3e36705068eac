/** What a delta may touch, as it is gathered: the paths named so far, and the questions that all rules ask. */
import type { Address } from '@xinglin/shared/addresses.js';
import type { Item, ItemOf, ItemType } from '@xinglin/shared/content/item.js';
import { type Delta, type ItemChange, itemOf } from '@xinglin/shared/delta.js';
import {
  homePath,
  indexPath,
  isPaged,
  isPagedType,
  itemPath,
  type PagedType,
  type SectionType,
} from '@xinglin/shared/paths.js';
import type { ListQuery, NamingOptions, Snapshot } from '@xinglin/shared/snapshot.js';

type Owner = ListQuery['owner'];

export class Scope {
  /** As it is after the delta. */
  readonly snapshot: Snapshot;
  readonly delta: Delta;
  readonly paths = new Set<string>();
  readonly #changes: ReadonlyMap<string, ItemChange>;

  constructor(snapshot: Snapshot, delta: Delta) {
    this.snapshot = snapshot;
    this.delta = delta;
    this.#changes = new Map(delta.map((change) => [`${change.type} ${change.id}`, change]));
  }

  name(...paths: readonly string[]): void {
    for (const path of paths) this.paths.add(path);
  }

  /** The page of an item as it stands now. One that was renamed or is gone has a change, which names the rest. */
  page(type: PagedType, ...ids: readonly (string | undefined)[]): void {
    for (const id of ids) {
      const item = id === undefined ? undefined : this.snapshot.get(type, id);
      if (item !== undefined) this.name(itemPath(type, (item as { slug: string }).slug));
    }
  }

  index(...types: readonly SectionType[]): void {
    this.name(...types.map(indexPath));
  }

  /** Every page on which an item shows its own texts. */
  whole(type: ItemType, slug: string): void {
    if (type === 'site' || type === 'slot') this.name(homePath);
    if (type === 'campus') this.index('campus');
    if (isPagedType(type)) this.name(itemPath(type, slug));
  }

  /** The pages of items that name an owner. */
  naming(owner: Owner, type: ItemType, rels?: readonly string[], options?: NamingOptions): void {
    const query = { owner: { type: owner.type, id: owner.id }, type, ...(rels && { rels }) };
    for (const { slug } of this.snapshot.slugsNaming(query, options)) this.whole(type, slug);
  }

  /** An item as it is and as it was, as far as it is and was. */
  forms<Type extends ItemType>(type: Type, id: string): ItemOf<Type>[] {
    const before = itemOf(this.#changes.get(`${type} ${id}`)?.before);
    return [this.snapshot.get(type, id), before as ItemOf<Type> | undefined].filter(
      (form) => form !== undefined,
    );
  }

  /** Every address at which an item's page stood or stands, or from which readers are led to it. */
  addresses(type: PagedType, id: string): Address[] {
    const slugs = this.forms(type, id).flatMap((form) => {
      const item = form as Item & { slug: string; formerSlugs?: string[] };
      return isPaged(item) ? [item.slug, ...(item.formerSlugs ?? [])] : [];
    });
    return [...new Set(slugs)].map((slug) => ({ type, slug }));
  }
}
