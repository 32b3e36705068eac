/** Writes one revision: the presented row, the change that tells who did it, the address it left. */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Actor } from './actor.ts';
import { moveAddress } from './addresses.ts';
import { nextRevision } from './head.ts';
import type { Connection } from './tables.ts';

/** The words of the change log. */
export type Act = '创建' | '更新' | '发布' | '下线' | '撤稿' | '转移' | '删除' | '重新呈现' | '到时';

/** Who did what to which document, and when. */
export interface Deed {
  type: ItemType;
  id: string;
  act: Act;
  actor: Actor;
  now: Date;
}

/** What is stored of a document as the public sees it. */
export interface PresentedRow {
  state: 'live' | 'tombstone';
  digest: string | null;
  /** Canonical JSON: the item, or the tombstone without its revision and act. */
  form: string;
  slug: string | null;
  title: string | null;
  boundary_at: string | null;
  /** Given with the first form that carries it; without it what is stored stays. */
  first_at?: string | null;
}

/** Replaces `found` by `row`. The head's lock must be held. @returns the new revision. */
export async function write(
  trx: Connection,
  { type, id, act, actor, now }: Deed,
  found: PresentedRow | undefined,
  row: PresentedRow,
): Promise<number> {
  const revision = await nextRevision(trx);
  await trx('xinglin_presented')
    .insert({ type, document_id: id, revision, ...row })
    .onConflict(['type', 'document_id'])
    .merge();
  await trx('xinglin_change').insert({
    revision,
    at: now.toISOString(),
    type,
    document_id: id,
    act,
    actor: canonicalJson(actor),
    kind: row.state === 'live' ? 'put' : 'tombstone',
    digest: row.digest,
  });
  await moveAddress(trx, { type, id }, { from: found?.slug ?? null, to: row.slug, revision, now });
  return revision;
}
