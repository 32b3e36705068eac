/** Owners that may have begun or ceased to hold anything. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import { rssIndexPath } from '@xinglin/shared/paths.js';
import type { ListQuery } from '@xinglin/shared/snapshot.js';
import { listRels } from '../views/archive.ts';
import { held } from '../views/channel-tree.ts';
import { unitRels } from '../views/list-feed.ts';
import { mayBeShown } from './channels.ts';
import type { Scope } from './scope.ts';

type Owner = ListQuery['owner'];

/** What counts as held by an owner, and what to name where that may have flipped. */
interface Holding {
  asks(owner: Owner): readonly Pick<ListQuery, 'type' | 'rels'>[];
  flipped(scope: Scope, owner: Owner): void;
}

/**
 * A channel has a page only while it or one below it holds anything, and the lists of all tags and all series name
 * those that do.
 */
export const shownHolding: Holding = {
  asks: ({ type }) => (type === 'channel' ? all(held) : [{ type: 'article', rels: listRels }]),
  flipped(scope, { type, id }) {
    if (type === 'channel') mayBeShown(scope, id);
    else scope.index(type as 'series' | 'tag');
  },
};

/** A list has a feed only while it has something to tell of. */
export const feedHolding: Holding = {
  asks: ({ type }) =>
    type === 'department'
      ? [{ type: 'article', rels: unitRels }, { type: 'notice' }]
      : (['article', 'notice'] as const).map((one) => ({ type: one, rels: listRels })),
  flipped(scope, { type, id }) {
    scope.name(rssIndexPath);
    if (type === 'department') scope.page(type, id);
  },
};

export class Holders {
  readonly #holding: Holding;
  readonly #counts = new Map<string, { owner: Owner; came: number; went: number }>();

  constructor(holding: Holding) {
    this.#holding = holding;
  }

  /** An owner got an item, or lost one. */
  change(owner: Owner, came: boolean): void {
    const key = `${owner.type} ${owner.id}`;
    const known = this.#counts.get(key) ?? { owner, came: 0, went: 0 };
    this.#counts.set(key, known);
    if (came) known.came += 1;
    else known.went += 1;
  }

  /** Names what depends on whether they hold anything, where that may differ. */
  settle(scope: Scope): void {
    for (const { owner, came, went } of this.#counts.values()) {
      const limit = came + 1;
      const is = this.#holding
        .asks(owner)
        .flatMap((ask) => scope.snapshot.slugsNaming({ owner, ...ask }, { limit })).length;
      // Of more than came some were there before: nothing flipped.
      if (is > came || (is === 0) === (is - came + went === 0)) continue;
      this.#holding.flipped(scope, owner);
    }
  }
}

function all(types: readonly ItemType[]): { type: ItemType }[] {
  return types.map((type) => ({ type }));
}
