/** An address may lead elsewhere, or nowhere, after a change: what stands there, and whatever links to it. */
import { type Address, oldSlugsOf } from '@xinglin/shared/addresses.js';
import type { ItemChange, Standing } from '@xinglin/shared/delta.js';
import { feedPath, hasFeeds, isPagedType, itemPath, type PagedType } from '@xinglin/shared/paths.js';
import { errandPages } from './errands.ts';
import { everyMonth } from './months.ts';
import type { Scope } from './scope.ts';

/**
 * A former address is asked again with every change of its item, because of several items that once stood there
 * the one changed last has it.
 */
export function ownAddresses(scope: Scope, { type, before, after }: ItemChange): void {
  if (!isPagedType(type)) {
    scope.whole(type, '');
    return;
  }
  const was = slugOf(before);
  const is = slugOf(after);
  const moved = was === is ? [] : [was, is];
  const slugs = new Set([...oldOf(before), ...oldOf(after), ...moved]);
  if (is !== undefined) scope.whole(type, is);
  for (const slug of slugs) if (slug !== undefined) leads(scope, { type, slug });
}

/** Where an address leads may have changed. */
export function leads(scope: Scope, address: Address, way: readonly string[] = []): void {
  const path = itemPath(address.type, address.slug);
  if (way.includes(path)) return;
  scope.name(path);
  if (hasFeeds(address.type)) scope.name(feedPath(path));
  listsThatStoodThere(scope, address, path);
  for (const { type, id } of scope.snapshot.linking(address)) {
    if (type === 'site') errandPages(scope);
    for (const item of scope.forms(type, id)) scope.whole(type, 'slug' in item ? item.slug : '');
    const removed = scope.snapshot.tombstone(type, id);
    if (removed === undefined) continue;
    for (const slug of oldSlugsOf(removed)) leads(scope, { type: type as PagedType, slug }, [...way, path]);
  }
}

/** The months of lists that have this as a former address lead on from below it. */
function listsThatStoodThere(scope: Scope, { type, slug }: Address, path: string): void {
  if (type !== 'channel' && type !== 'series' && type !== 'tag') return;
  for (const id of scope.snapshot.formerHolders({ type, slug })) everyMonth(scope, { type, id }, [path]);
}

function slugOf(standing: Standing): string | undefined {
  return standing !== undefined && 'item' in standing && 'slug' in standing.item
    ? standing.item.slug
    : undefined;
}

function oldOf(standing: Standing): string[] {
  if (standing === undefined) return [];
  return oldSlugsOf('item' in standing ? standing.item : standing.tombstone);
}
