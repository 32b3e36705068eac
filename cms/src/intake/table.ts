/** The intake's own table: which document stands behind a giver's key, and what was last written into it. */

import type { Core } from '@strapi/strapi';
import type { IntakeType } from '@xinglin/shared/intake.js';

/** Knex, or a transaction of it. */
export type Connection = Core.Strapi['db']['connection'];

export interface Taken {
  key: string;
  type: IntakeType | 'media';
  documentId: string;
  /** Of the data last taken in: the same again means that there is nothing to do. */
  digest: string;
  /** Attribute ─► digest of its value as it stood after writing: another one now means that the office edited it. */
  fields: Readonly<Record<string, string>>;
}

interface Row {
  key: string;
  type: Taken['type'];
  document_id: string;
  digest: string;
  fields: string;
}

const table = 'xinglin_intake';

const made = new WeakMap<Core.Strapi, Promise<void>>();

/** Makes the table where it is missing, once for each Strapi. Call it outside of transactions. */
export function makeTable(strapi: Core.Strapi): Promise<void> {
  const known = made.get(strapi);
  if (known !== undefined) return known;
  const making = create(strapi);
  made.set(strapi, making);
  // The caller learns of the fault; the next one tries again.
  making.catch(() => made.delete(strapi));
  return making;
}

async function create(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(
      `CREATE TABLE IF NOT EXISTS ${table} (
         key VARCHAR(200) PRIMARY KEY, type VARCHAR(40) NOT NULL, document_id VARCHAR(64) NOT NULL,
         digest VARCHAR(64) NOT NULL, fields TEXT NOT NULL, at VARCHAR(24) NOT NULL)`,
    );
  });
}

export async function findTaken(trx: Connection, key: string): Promise<Taken | undefined> {
  const row = (await trx(table).where({ key }).first()) as Row | undefined;
  if (row === undefined) return undefined;
  const { type, document_id: documentId, digest, fields } = row;
  return { key, type, documentId, digest, fields: JSON.parse(fields) as Taken['fields'] };
}

export async function saveTaken(trx: Connection, taken: Taken): Promise<void> {
  const { key, type, documentId, digest, fields } = taken;
  const row = { key, type, document_id: documentId, digest, fields: JSON.stringify(fields) };
  await trx(table)
    .insert({ ...row, at: new Date().toISOString() })
    .onConflict('key')
    .merge();
}
