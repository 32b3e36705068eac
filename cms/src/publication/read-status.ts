/** Reads the rows that a status is made of. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { PublicationStatus, Trouble } from './answer.ts';
import type { Publication } from './publication.ts';
import { newestRelease } from './receipts.ts';
import { type ReceiptRow, type StatusFacts, statusOf } from './status.ts';

/** The status of a document as of now. */
export async function readStatus(
  { strapi, siteUrl }: Publication,
  type: ItemType,
  id: string,
): Promise<PublicationStatus> {
  const { connection } = strapi.db;
  const where = { type, document_id: id };
  const presented = (await connection('xinglin_presented')
    .where(where)
    .first('state', 'revision', 'digest', 'form')) as StatusFacts['presented'];
  const receipt = (await connection('xinglin_receipt').where(where).first()) as ReceiptRow | undefined;
  const quarantined = (await connection('xinglin_quarantine').where(where).select('problem')) as {
    problem: string;
  }[];
  const reported = (await connection('xinglin_trouble')
    .where(where)
    .orderBy('position')
    .select('level', 'problem')) as Trouble[];
  const troubles = [
    ...quarantined.map(({ problem }): Trouble => ({ level: 'problem', problem })),
    ...reported.map(({ level, problem }): Trouble => ({ level, problem })),
  ];
  const pinned = (await newestRelease(connection))?.pinned ?? undefined;
  return statusOf({ presented, receipt, troubles, pinned, siteUrl });
}
