/** Writes what was presented: the row that the feed reads, and the change that tells who did it. */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import type { Actor } from './actor.ts';
import { type Approval, approvalSteps, mayPresent } from './gate.ts';
import { nextRevision } from './head.ts';
import type { Connection } from './tables.ts';

/** A document as it is to be presented, or that it is not. */
export type Presented = { item: Item; digest: string; boundary: Date | undefined } | undefined;

/** The words of the change log. */
export type Act = '创建' | '更新' | '发布' | '下线' | '删除' | '重新呈现' | '到时';

export interface Recording {
  type: ItemType;
  id: string;
  presented: Presented;
  act: Act;
  actor: Actor;
  now: Date;
}

interface PresentedRow {
  state: 'live' | 'tombstone';
  digest: string | null;
  slug: string | null;
  title: string | null;
  boundary_at: string | null;
}

/**
 * Brings the presented row in line, in the transaction of the act; the head's lock must be held.
 * @returns the new revision, or undefined where nothing that the public sees has changed.
 */
export async function record(trx: Connection, recording: Recording): Promise<number | undefined> {
  const { type, id, presented } = recording;
  const where = { type, document_id: id };
  const found = (await trx('xinglin_presented').where(where).first()) as PresentedRow | undefined;
  if (presented === undefined) {
    await trx('xinglin_quarantine').where(where).delete();
    return found?.state === 'live' ? write(trx, recording, tombstoneOf(recording, found)) : undefined;
  }
  const boundary = presented.boundary?.toISOString() ?? null;
  if (found?.state === 'live' && found.digest === presented.digest) {
    if (found.boundary_at !== boundary) {
      await trx('xinglin_presented').where(where).update({ boundary_at: boundary });
    }
    await trx('xinglin_quarantine').where(where).delete();
    return undefined;
  }
  if (!(await isApproved(trx, recording, presented.digest))) return undefined;
  await trx('xinglin_quarantine').where(where).delete();
  return write(trx, recording, {
    state: 'live',
    digest: presented.digest,
    form: canonicalJson(presented.item),
    slug: 'slug' in presented.item ? presented.item.slug : null,
    title: titleOf(presented.item),
    boundary_at: boundary,
  });
}

/** What an item is called by the office; a doctor's `title` is a rank, not a name. */
function titleOf(item: Item): string {
  if ('name' in item) return item.name;
  return 'title' in item ? item.title : item.position;
}

function tombstoneOf(recording: Recording, found: PresentedRow): Record<string, string | null> {
  const { type, id } = recording;
  const title = found.title?.slice(0, 120).trim();
  const form = canonicalJson({
    kind: 'tombstone',
    type,
    id,
    reason: 'gone',
    slug: found.slug ?? undefined,
    title: title === '' ? undefined : title,
  });
  return { state: 'tombstone', digest: null, form, slug: found.slug, title: found.title, boundary_at: null };
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

async function write(
  trx: Connection,
  recording: Recording,
  row: Record<string, string | null>,
): Promise<number> {
  const { type, id, act, actor, now } = recording;
  const revision = await nextRevision(trx);
  const keyed = { type, document_id: id, revision, ...row };
  await trx('xinglin_presented').insert(keyed).onConflict(['type', 'document_id']).merge();
  await trx('xinglin_change').insert({
    revision,
    at: now.toISOString(),
    type,
    document_id: id,
    act,
    actor: canonicalJson(actor),
    kind: row['state'] === 'live' ? 'put' : 'tombstone',
    digest: row['digest'],
  });
  return revision;
}
