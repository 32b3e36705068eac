/**
 * Owners that may have begun or ceased to hold anything: a channel has a page only while it or one below it
 * does, and the lists of all tags and all series name those that do.
 */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { ListQuery } from '@xinglin/shared/snapshot.js';
import { listRels } from '../views/archive.ts';
import { held } from '../views/channel-tree.ts';
import { mayBeShown } from './channels.ts';
import type { Scope } from './scope.ts';

type Owner = ListQuery['owner'];

export class Holders {
  readonly #counts = new Map<string, { owner: Owner; came: number; went: number }>();

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
      const types: readonly ItemType[] = owner.type === 'channel' ? held : ['article'];
      const rels = owner.type === 'channel' ? {} : { rels: listRels };
      const limit = came + 1;
      const is = types.flatMap((type) =>
        scope.snapshot.slugsNaming({ owner, type, ...rels }, { limit }),
      ).length;
      // Of more than came some were there before: nothing flipped.
      if (is > came || (is === 0) === (is - came + went === 0)) continue;
      if (owner.type === 'channel') mayBeShown(scope, owner.id);
      else scope.index(owner.type as 'series' | 'tag');
    }
  }
}
