/** The two forms of a changed item, and what of it others see. */
import type { ItemOf, ItemType } from '@xinglin/shared/content/item.js';
import { type ItemChange, itemOf } from '@xinglin/shared/delta.js';
import { sortKeyOf } from '@xinglin/shared/edges.js';
import type { Position } from '@xinglin/shared/snapshot.js';

/** As it was and as it is; absent where it was or is not published. */
export interface Forms<Type extends ItemType> {
  before: ItemOf<Type> | undefined;
  after: ItemOf<Type> | undefined;
}

/** The forms of a change of this type. */
export function formsOf<Type extends ItemType>(change: ItemChange): Forms<Type> {
  return {
    before: itemOf(change.before) as ItemOf<Type> | undefined,
    after: itemOf(change.after) as ItemOf<Type> | undefined,
  };
}

/** Whether something of it is seen differently: `seen` picks what. Appearing and vanishing are always seen. */
export function differs<Type extends ItemType>(
  { before, after }: Forms<Type>,
  seen: (item: ItemOf<Type>) => unknown,
): boolean {
  return JSON.stringify(before && [seen(before)]) !== JSON.stringify(after && [seen(after)]);
}

/** The forms that there are. */
export function present<Type extends ItemType>({ before, after }: Forms<Type>): ItemOf<Type>[] {
  return [before, after].filter((form) => form !== undefined);
}

/** Every id that either form names, and whether only one of them does. */
export function namedBy<Type extends ItemType>(
  { before, after }: Forms<Type>,
  pick: (item: ItemOf<Type>) => readonly (string | undefined)[],
): { id: string; moved: boolean }[] {
  const was = new Set(before && pick(before));
  const is = new Set(after && pick(after));
  return [...was.union(is)].flatMap((id) =>
    id === undefined ? [] : [{ id, moved: was.has(id) !== is.has(id) }],
  );
}

/** Where a dated item stands in lists. */
export function positionOf(item: ItemOf<'article' | 'notice' | 'video' | 'consultation'>): Position {
  return { sort: sortKeyOf(item) ?? '', id: item.id };
}

/** The id of the changed item. */
export function idOf<Type extends ItemType>({ before, after }: Forms<Type>): string {
  return (after ?? before)?.id ?? '';
}
