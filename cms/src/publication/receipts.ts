/** Receipts: what the publisher proved to be live. An own table; taking one up makes no change row. */
import type { Receipts } from '@xinglin/shared/receipts.js';
import type { Publication } from './publication.ts';
import type { Connection } from './tables.ts';

/**
 * Takes up one part of a release's receipts. Idempotent; a late part of an older release never replaces what a
 * newer one said. Which is newer is told by the time: a publisher that lost its state counts releases anew.
 */
export async function storeReceipts(publication: Publication, receipts: Receipts): Promise<void> {
  const { release, revision, pinned = null } = receipts;
  // Spelled alike, so that text compares as time.
  const at = new Date(receipts.at).toISOString();
  await publication.strapi.db.transaction(async ({ trx }) => {
    await trx('xinglin_release').insert({ release, at, revision, pinned }).onConflict('release').merge();
    for (const item of receipts.items) await storeItem(trx, { release, at }, item);
    const newest = await newestRelease(trx);
    if (newest?.release === release) await replaceTroubles(trx, receipts.problems);
  });
}

/** The release that was live last, as far as receipts tell; `pinned` names the one that a person holds fast. */
export async function newestRelease(
  connection: Connection,
): Promise<{ release: number; pinned: number | null } | undefined> {
  return connection('xinglin_release')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'release', order: 'desc' },
    ])
    .first('release', 'pinned');
}

async function storeItem(
  trx: Connection,
  { release, at }: Pick<Receipts, 'release' | 'at'>,
  { type, id, revision, digest, path, url, pages }: Receipts['items'][number],
): Promise<void> {
  await trx('xinglin_receipt')
    .insert({
      type,
      document_id: id,
      release,
      revision,
      digest: digest ?? null,
      path: path ?? null,
      url: url ?? null,
      at,
      page_count: pages?.count ?? null,
      page_paths: pages === undefined ? null : JSON.stringify(pages.paths),
    })
    .onConflict(['type', 'document_id'])
    .merge()
    .whereRaw('xinglin_receipt.revision < excluded.revision')
    .orWhereRaw('(xinglin_receipt.revision = excluded.revision AND xinglin_receipt.at <= excluded.at)');
}

/** Every part names all that stands: what this release does not name is solved. */
async function replaceTroubles(trx: Connection, problems: Receipts['problems']): Promise<void> {
  await trx('xinglin_trouble').delete();
  for (const [position, { type, id, level, problem }] of problems.entries()) {
    await trx('xinglin_trouble').insert({ type, document_id: id, position, level, problem });
  }
}
