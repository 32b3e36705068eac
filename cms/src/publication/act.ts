/** One act: a document and its change row in one transaction (law 7), and a wake-up after the commit. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { lockHead } from './head.ts';
import type { Publication } from './publication.ts';
import type { Connection } from './tables.ts';

/** The transaction whose act is being run here. */
const inside = new AsyncLocalStorage<Connection>();

/** The last act that was begun in each transaction. */
const last = new WeakMap<Connection, Promise<unknown>>();

/**
 * Runs an act. Within another act (a publish within an update) it is part of that one. Acts that share a
 * transaction follow one another: Strapi starts a bulk action's documents all at once, and two articles that
 * name each other then delete and recreate the rows under each other's feet (a foreign key fails).
 * Rejects with whatever `run` rejects with, everything rolled back.
 */
export async function act<Result>(
  publication: Publication,
  run: (trx: Connection) => Promise<Result>,
): Promise<Result> {
  // Strapi types the callback's result as what the whole resolves to, so an async one comes out twice wrapped.
  return await publication.strapi.db.transaction(async ({ trx, onCommit }) => {
    if (inside.getStore() === trx) return run(trx);
    const turn = afterLast(trx, async () => {
      await lockHead(trx);
      const result = await run(trx);
      onCommit(() => publication.waiters.wake());
      return result;
    });
    return turn;
  });
}

function afterLast<Result>(trx: Connection, begin: () => Promise<Result>): Promise<Result> {
  const start = () => inside.run(trx, begin);
  // Whether the one before succeeded is its own caller's business; where it failed, the transaction is over.
  const turn = (last.get(trx) ?? Promise.resolve()).then(start, start);
  last.set(trx, turn);
  return turn;
}
