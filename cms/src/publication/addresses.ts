/**
 * Where documents stood before. An address that readers knew stays the document's own: the presented form names
 * it, and the site leads on from there (law 6). Another live document may take it over; then the live one wins.
 */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Connection } from './tables.ts';

/** As many as the contract carries. The oldest are let go of first. */
const most = 50;

/** The slugs that a document was presented under before, newest first; `current` is never among them. */
export async function formerSlugsOf(
  trx: Connection,
  type: ItemType,
  id: string,
  current: string | null,
): Promise<string[]> {
  const where = { type, document_id: id };
  const presented = (await trx('xinglin_presented').where(where).first('slug')) as Slug | undefined;
  if (presented === undefined) return [];
  const left = (await trx('xinglin_address')
    .where(where)
    .orderBy('revision', 'desc')
    .limit(most + 1)
    .select('slug')) as Slug[];
  const slugs = [presented, ...left].flatMap(({ slug }) => slug ?? []);
  return [...new Set(slugs)].filter((slug) => slug !== current).slice(0, most);
}

interface Slug {
  slug: string | null;
}

/** A document moves from one slug to another with a revision. Call it in the transaction of the move. */
export async function moveAddress(
  trx: Connection,
  document: { type: ItemType; id: string },
  move: { from: string | null; to: string | null; revision: number; now: Date },
): Promise<void> {
  const { from, to, revision, now } = move;
  if (from === to) return;
  const key = { type: document.type, document_id: document.id };
  if (to !== null)
    await trx('xinglin_address')
      .where({ ...key, slug: to })
      .delete();
  if (from === null) return;
  await trx('xinglin_address')
    .insert({ ...key, slug: from, revision, since: now.toISOString() })
    .onConflict(['type', 'document_id', 'slug'])
    .merge();
}

/** The slugs with this beginning that readers know from other documents of the type. */
export async function addressesBeginningWith(
  trx: Connection,
  type: string,
  beginning: string,
  except: string | undefined,
): Promise<string[]> {
  const rows = (await trx('xinglin_address')
    .where({ type })
    .andWhere('slug', 'like', `${beginning}%`)
    .select('slug', 'document_id')) as { slug: string; document_id: string }[];
  return rows.filter((row) => row.document_id !== except).map(({ slug }) => slug);
}
