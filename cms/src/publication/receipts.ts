/** Receipts: what the publisher proved to be live. An own table; taking one up makes no change row. */
import type { Receipts } from '@xinglin/shared/receipts.js';
import type { Publication } from './publication.ts';

/**
 * Takes up one part of a release's receipts. Idempotent; a late part of an older release never replaces what a
 * newer one said.
 */
export async function storeReceipts(publication: Publication, receipts: Receipts): Promise<void> {
  const { release, at } = receipts;
  await publication.strapi.db.transaction(async ({ trx }) => {
    await trx('xinglin_release')
      .insert({ release, at, revision: receipts.revision })
      .onConflict('release')
      .merge();
    for (const { type, id, revision, digest, path, url } of receipts.items) {
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
        })
        .onConflict(['type', 'document_id'])
        .merge()
        .where('xinglin_receipt.revision', '<=', revision);
    }
    const newest = (await trx('xinglin_release').max({ release: 'release' }).first()) as { release: number };
    if (release < Number(newest.release)) return;
    // Every part names all problems that stand: what this release does not name is solved.
    await trx('xinglin_receipt_problem').delete();
    for (const { type, id, problem } of receipts.problems) {
      await trx('xinglin_receipt_problem')
        .insert({ type, document_id: id, release, problem })
        .onConflict(['type', 'document_id'])
        .merge();
    }
  });
}
