/**
 * Older neighbours: an article shows so many of the nearest older items of lists that it shares with them. Here
 * the articles are found that may show a changed item: those newer than it with fewer than so many between.
 *
 * Asking the snapshot as it is now, at the old and at the new place of every changed item, suffices. Say article
 * A showed Y before, and at Y's old place there are now so many or more between Y and A. Before there were
 * fewer, and all that then stood between was shown by A as well. So of the nearest older items of A now, which
 * all stand between, those that A did not show before were not there before: they changed, stand there now, and
 * have fewer than that between themselves and A. There is such a one, since Y is gone from among the nearest;
 * A is found from its new place. The same holds for the one next newer and next older.
 */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { ListQuery, Position } from '@xinglin/shared/snapshot.js';
import { enough, unitRels } from '../views/kinship.ts';
import type { Scope } from './scope.ts';

type Owner = ListQuery['owner'];

/** Articles of a list that may show what stands at a place in it, where each shows so many at most. */
export function newerInList(
  scope: Scope,
  owner: Owner,
  rels: readonly string[],
  place: Position,
  most: number,
): void {
  scope.naming(owner, 'article', rels, { after: place, limit: most });
}

/** The articles before and after a place in a channel. */
export function nextInChannel(scope: Scope, owner: Owner, place: Position): void {
  scope.naming(owner, 'article', ['channel'], { after: place, limit: 1 });
  scope.naming(owner, 'article', ['channel'], { before: place, limit: 1 });
}

/** Articles of a department or about a doctor that may show its consultation or video at a place: up to the one too many. */
export function articlesNear(
  scope: Scope,
  owner: { type: 'department' | 'doctor'; id: string },
  type: ItemType,
  place: Position,
): void {
  const newer = scope.snapshot.naming({ owner, type }, { after: place, limit: enough });
  const last = newer[enough - 1] as { publishedOn?: string; answeredOn?: string; id: string } | undefined;
  const end = last && { sort: `${last.publishedOn ?? last.answeredOn}T00:00`, id: `${last.id}~` };
  const rels = owner.type === 'department' ? unitRels : ['related'];
  scope.naming(owner, 'article', rels, { after: place, ...(end && { before: end }) });
}
