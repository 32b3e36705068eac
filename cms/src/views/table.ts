/**
 * What the view counter told, in tables of our own: the office asks the CMS, which never asks the public for
 * anything while it answers. A row is one day of one article as one history of the counter has it: a counter that
 * began anew adds to what an earlier one counted.
 */
import type { Core } from '@strapi/strapi';

const statements = [
  // `channel_id` is the main channel in which the article stood when this day was told of last: moving an article
  // moves none of what was read before.
  `CREATE TABLE IF NOT EXISTS xinglin_views (
     document_id VARCHAR(64) NOT NULL, day VARCHAR(10) NOT NULL, epoch VARCHAR(64) NOT NULL, views BIGINT NOT NULL,
     channel_id VARCHAR(64) NOT NULL, PRIMARY KEY (document_id, day, epoch))`,
  'CREATE INDEX IF NOT EXISTS xinglin_views_day ON xinglin_views (day)',
  `CREATE TABLE IF NOT EXISTS xinglin_views_cursor (
     id INTEGER PRIMARY KEY, epoch VARCHAR(64) NOT NULL, seq BIGINT NOT NULL, asked_at VARCHAR(24))`,
];

/** An arbitrary number that names the lock under which instances make the tables, one after the other. */
const tableLock = 7_281_956;

/** Makes what is missing, at every boot. */
export async function makeViewTables(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres')
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [tableLock]);
    for (const statement of statements) await trx.raw(statement);
    await trx('xinglin_views_cursor').insert({ id: 1, epoch: '', seq: 0 }).onConflict('id').ignore();
  });
}
