/** One act: a document and its change row in one transaction (law 7), and a wake-up after the commit. */
import { lockHead } from './head.ts';
import type { Publication } from './publication.ts';
import type { Connection } from './tables.ts';

/**
 * Runs an act. Inside another act (bulk actions, a publish within an update) it joins that one's transaction.
 * Rejects with whatever `run` rejects with, everything rolled back.
 */
export async function act<Result>(
  publication: Publication,
  run: (trx: Connection) => Promise<Result>,
): Promise<Result> {
  // Strapi types the callback's result as what the whole resolves to, so an async one comes out twice wrapped.
  return await publication.strapi.db.transaction(async ({ trx, onCommit }) => {
    await lockHead(trx);
    const result = await run(trx);
    onCommit(() => publication.waiters.wake());
    return result;
  });
}
