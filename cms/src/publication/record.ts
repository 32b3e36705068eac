/** Brings the presented row in line with a document: what the public sees of it, or that it is gone and why. */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import type { Item } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { type Approval, approvalSteps, mayPresent } from './gate.ts';
import type { Connection } from './tables.ts';
import { keepTarget, type Removal, repoint, tombstoneRow } from './tombstone.ts';
import { type Deed, type PresentedRow, write } from './write.ts';

/** A document as it is to be presented, or that it is not. */
export type Presented = { item: Item; digest: string; boundary: Date | undefined } | undefined;

export interface Recording extends Deed {
  presented: Presented;
  /**
   * Why it is gone, where the office says so: it also replaces what was said before. Without it a document that
   * goes is simply gone, and one that went earlier keeps the meaning that it has.
   */
  removal?: Removal | undefined;
}

/**
 * Writes in the transaction of the act; the head's lock must be held.
 * @returns the new revision, or undefined where nothing that the public sees has changed.
 */
export async function record(trx: Connection, recording: Recording): Promise<number | undefined> {
  const { type, id, presented, removal } = recording;
  const where = { type, document_id: id };
  const found = (await trx('xinglin_presented').where(where).first()) as PresentedRow | undefined;
  if (presented === undefined) {
    await trx('xinglin_quarantine').where(where).delete();
    if (found === undefined || (found.state === 'tombstone' && removal === undefined)) return undefined;
    return bury(trx, recording, found, removal ?? { reason: 'gone' });
  }
  const boundary = presented.boundary?.toISOString() ?? null;
  if (found?.state === 'live' && found.digest === presented.digest) {
    if (found.boundary_at !== boundary) {
      await trx('xinglin_presented').where(where).update({ boundary_at: boundary });
    }
    await trx('xinglin_quarantine').where(where).delete();
    return undefined;
  }
  if (!(await isApproved(trx, recording, approvedDigest(presented.item)))) return undefined;
  await trx('xinglin_quarantine').where(where).delete();
  await keepTarget(trx, recording, undefined);
  const revision = await write(trx, recording, found, {
    state: 'live',
    digest: presented.digest,
    form: canonicalJson(presented.item),
    slug: 'slug' in presented.item ? presented.item.slug : null,
    title: titleOf(presented.item),
    boundary_at: boundary,
    ...('firstPublishedAt' in presented.item && { first_at: presented.item.firstPublishedAt ?? null }),
  });
  await repoint(trx, recording, recording);
  return revision;
}

async function bury(
  trx: Connection,
  recording: Recording,
  found: PresentedRow,
  removal: Removal,
): Promise<number | undefined> {
  await keepTarget(trx, recording, removal.reason === 'redirect' ? removal.target : undefined);
  const row = await tombstoneRow(trx, recording, found, removal);
  if (found.state === 'tombstone' && found.form === row.form) return undefined;
  const revision = await write(trx, recording, found, row);
  await repoint(trx, recording, recording);
  return revision;
}

/**
 * What an approval is bound to: the form without the moment of its first publication, which is not known while
 * somebody decides about it, and is no editor's doing.
 */
function approvedDigest(item: Item): string {
  const { firstPublishedAt: _, ...form } = item as Item & { firstPublishedAt?: string };
  return formDigest(form);
}

/** What an item is called by the office; a doctor's `title` is a rank, not a name. */
function titleOf(item: Item): string {
  if ('name' in item) return item.name;
  return 'title' in item ? item.title : item.position;
}

async function isApproved(trx: Connection, recording: Recording, digest: string): Promise<boolean> {
  const { type, id, actor, now } = recording;
  if (actor.kind === 'system' && actor.approval !== undefined) {
    await trx('xinglin_approval')
      .insert({
        type,
        document_id: id,
        digest,
        name: actor.approval,
        actor: canonicalJson(actor),
        at: now.toISOString(),
      })
      .onConflict(['type', 'document_id', 'digest', 'name'])
      .ignore();
  }
  const approvals = (await trx('xinglin_approval')
    .where({ type, document_id: id, digest })
    .select('digest', 'name')) as Approval[];
  return mayPresent(type, digest, approvals, approvalSteps);
}
