/**
 * The feed's head. Whoever writes takes its row first and keeps it until the commit: acts follow one another,
 * so that revisions rise in the order of commits (an auto-increment would not on PostgreSQL), and no two acts
 * can wait for each other in a circle.
 */
import type { Connection } from './tables.ts';

export interface Head {
  epoch: string;
  revision: number;
  basis: string;
}

/** Takes the lock. Call it at the beginning of a transaction, before any document is written. */
export async function lockHead(trx: Connection): Promise<void> {
  await trx('xinglin_head')
    .where({ id: 1 })
    .update({ revision: trx.ref('revision') });
}

/** Allocates the next revision. The lock must be held. */
export async function nextRevision(trx: Connection): Promise<number> {
  const rows = await trx('xinglin_head').where({ id: 1 }).increment('revision', 1).returning('revision');
  return Number((rows[0] as { revision: number }).revision);
}

/** Reads the head. Outside an act, pass Strapi's own connection; inside, the transaction. */
export async function readHead(connection: Connection): Promise<Head> {
  const row = (await connection('xinglin_head').where({ id: 1 }).first()) as Head | undefined;
  if (row === undefined)
    throw new Error('The table xinglin_head is empty: the CMS has not finished booting.');
  return { epoch: row.epoch, revision: Number(row.revision), basis: row.basis };
}
