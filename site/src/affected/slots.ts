/** Home shows a few words and the picture of what its slots lead to, whatever it is. */
import { type Address, oldSlugsOf } from '@xinglin/shared/addresses.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import { homePath, isPagedType, itemPath, type PagedType } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Scope } from './scope.ts';

/** An item, or a picture of it, changed. What of an article a slot shows, lists with room show as well. */
export function slotsThatLead(scope: Scope, { type, id }: { type: ItemType; id: string }): void {
  if (!isPagedType(type) || type === 'article') return;
  const addresses = scope.addresses(type, id);
  if (addresses.some((address) => leadsFromSlot(scope.snapshot, address))) scope.name(homePath);
}

/** Whether a slot names an address, or that of something removed whose readers are sent there. */
function leadsFromSlot(snapshot: Snapshot, address: Address, way: readonly string[] = []): boolean {
  const path = itemPath(address.type, address.slug);
  if (way.includes(path)) return false;
  return snapshot.linking(address).some(({ type, id }) => {
    if (type === 'slot') return true;
    const removed = snapshot.tombstone(type, id);
    const slugs = removed === undefined ? [] : oldSlugsOf(removed);
    return slugs.some((slug) => leadsFromSlot(snapshot, { type: type as PagedType, slug }, [...way, path]));
  });
}
