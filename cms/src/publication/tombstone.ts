/** What stands in the place of a document that is gone (law 6), and what a redirect leads to. */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import { itemPath, type PagedType } from '@xinglin/shared/paths.js';
import { formerSlugsOf } from './addresses.ts';
import type { Connection } from './tables.ts';
import { type Deed, type PresentedRow, write } from './write.ts';

/** Where readers are sent: a path of this site and, where it is a document's page, the document. */
export interface Target {
  path: string;
  document?: { type: PagedType; id: string } | undefined;
}

/** Why the office takes a document off the site. */
export type Removal =
  | { reason: 'gone' }
  | { reason: 'withdrawn'; explanation: string }
  | { reason: 'redirect'; target: Target };

/** The row of a document that is gone. `found` is the row that it replaces. */
export async function tombstoneRow(
  trx: Connection,
  { type, id }: { type: ItemType; id: string },
  found: PresentedRow,
  removal: Removal,
): Promise<PresentedRow> {
  const title = found.title?.slice(0, 120).trim();
  const former = await formerSlugsOf(trx, type, id, found.slug);
  const form = canonicalJson({
    kind: 'tombstone',
    type,
    id,
    reason: removal.reason,
    slug: found.slug ?? undefined,
    formerSlugs: former.length === 0 ? undefined : former,
    title: title === '' ? undefined : title,
    explanation: removal.reason === 'withdrawn' ? removal.explanation : undefined,
    redirectTo: removal.reason === 'redirect' ? removal.target.path : undefined,
  });
  return { state: 'tombstone', digest: null, form, slug: found.slug, title: found.title, boundary_at: null };
}

/** Remembers which document a redirect leads to, or that there is none. */
export async function keepTarget(
  trx: Connection,
  { type, id }: { type: ItemType; id: string },
  target: Target | undefined,
): Promise<void> {
  const key = { type, document_id: id };
  await trx('xinglin_redirect').where(key).delete();
  if (target?.document === undefined) return;
  const { document } = target;
  await trx('xinglin_redirect').insert({ ...key, to_type: document.type, to_id: document.id });
}

/** Where a document's readers are to be sent now: its page, or where its own redirect leads. */
export function pathOf(
  type: PagedType,
  row: Pick<PresentedRow, 'state' | 'form' | 'slug'>,
): string | undefined {
  if (row.state === 'tombstone') {
    const { redirectTo } = JSON.parse(row.form) as { redirectTo?: string };
    if (redirectTo !== undefined) return redirectTo;
  }
  return row.slug === null ? undefined : itemPath(type, row.slug);
}

/**
 * A document moved, went or came back: whatever redirects to it is written anew where the path differs, so that
 * every redirect is one hop. Ends, because a redirect is only ever made to what is live.
 */
export async function repoint(
  trx: Connection,
  { type, id }: { type: ItemType; id: string },
  cause: Pick<Deed, 'now'>,
): Promise<void> {
  const leading = (await trx('xinglin_redirect')
    .where({ to_type: type, to_id: id })
    .orderBy(['type', 'document_id'])
    .select('type', 'document_id')) as { type: ItemType; document_id: string }[];
  if (leading.length === 0) return;
  const target = await rowOf(trx, type, id);
  const path = target && pathOf(type as PagedType, target);
  if (path === undefined) return;
  for (const { type: from, document_id } of leading) {
    const found = await rowOf(trx, from, document_id);
    if (found?.state !== 'tombstone') continue;
    const document = { type: type as PagedType, id };
    const row = await tombstoneRow(trx, { type: from, id: document_id }, found, {
      reason: 'redirect',
      target: { path, document },
    });
    if (row.form === found.form) continue;
    const deed: Deed = {
      type: from,
      id: document_id,
      act: '重新呈现',
      actor: { kind: 'system', name: '系统' },
      now: cause.now,
    };
    await write(trx, deed, found, row);
    await repoint(trx, deed, cause);
  }
}

async function rowOf(trx: Connection, type: ItemType, id: string): Promise<PresentedRow | undefined> {
  return (await trx('xinglin_presented').where({ type, document_id: id }).first()) as
    | PresentedRow
    | undefined;
}
