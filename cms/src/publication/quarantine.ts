/** Documents whose live version no longer fits the contract: named for the office, the last good form stays. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Connection } from './tables.ts';

export interface Quarantined {
  type: ItemType;
  id: string;
  title: string;
  problem: string;
}

/** @returns whether it was not already known with the same problem: only news is worth a line in the log. */
export async function quarantine(trx: Connection, item: Quarantined, now: Date): Promise<boolean> {
  const { type, id, title, problem } = item;
  const known = (await trx('xinglin_quarantine').where({ type, document_id: id }).first()) as
    | { problem: string }
    | undefined;
  if (known?.problem === problem) return false;
  await trx('xinglin_quarantine')
    .insert({ type, document_id: id, title, problem, at: now.toISOString() })
    .onConflict(['type', 'document_id'])
    .merge();
  return true;
}
