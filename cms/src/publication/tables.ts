/**
 * The publication's own tables. They hold what Strapi has no type for, are never exported with the content,
 * and are reached only through the transaction of the act at hand: a bare query inside one would wait for
 * SQLite's single connection forever.
 */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Knex, or a transaction of it. */
export type Connection = Core.Strapi['db']['connection'];

const key = 'type VARCHAR(40) NOT NULL, document_id VARCHAR(64) NOT NULL';

const statements = [
  // One row: the feed's epoch, its newest revision, and the basis (presenters, address) of all presented forms.
  `CREATE TABLE IF NOT EXISTS xinglin_head (
     id INTEGER PRIMARY KEY, epoch VARCHAR(64) NOT NULL, revision INTEGER NOT NULL, basis TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS xinglin_change (
     revision INTEGER PRIMARY KEY, at VARCHAR(24) NOT NULL, ${key}, act VARCHAR(20) NOT NULL,
     actor TEXT NOT NULL, kind VARCHAR(10) NOT NULL, digest VARCHAR(64))`,
  'CREATE INDEX IF NOT EXISTS xinglin_change_document ON xinglin_change (type, document_id, revision)',
  `CREATE TABLE IF NOT EXISTS xinglin_presented (
     ${key}, state VARCHAR(10) NOT NULL, revision INTEGER NOT NULL, digest VARCHAR(64), form TEXT NOT NULL,
     slug VARCHAR(80), title TEXT, boundary_at VARCHAR(24), PRIMARY KEY (type, document_id))`,
  'CREATE UNIQUE INDEX IF NOT EXISTS xinglin_presented_revision ON xinglin_presented (revision)',
  'CREATE INDEX IF NOT EXISTS xinglin_presented_boundary ON xinglin_presented (boundary_at)',
  `CREATE TABLE IF NOT EXISTS xinglin_approval (
     ${key}, digest VARCHAR(64) NOT NULL, name VARCHAR(200) NOT NULL, actor TEXT NOT NULL,
     at VARCHAR(24) NOT NULL, PRIMARY KEY (type, document_id, digest, name))`,
  `CREATE TABLE IF NOT EXISTS xinglin_quarantine (
     ${key}, title TEXT NOT NULL, problem TEXT NOT NULL, at VARCHAR(24) NOT NULL, PRIMARY KEY (type, document_id))`,
  `CREATE TABLE IF NOT EXISTS xinglin_release (
     release INTEGER PRIMARY KEY, at VARCHAR(24) NOT NULL, revision INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS xinglin_receipt (
     ${key}, release INTEGER NOT NULL, revision INTEGER NOT NULL, digest VARCHAR(64), path VARCHAR(300),
     url TEXT, at VARCHAR(24) NOT NULL, PRIMARY KEY (type, document_id))`,
  `CREATE TABLE IF NOT EXISTS xinglin_receipt_problem (
     ${key}, release INTEGER NOT NULL, problem TEXT NOT NULL, PRIMARY KEY (type, document_id))`,
  `CREATE TABLE IF NOT EXISTS xinglin_media (
     document_id VARCHAR(64) PRIMARY KEY, url TEXT NOT NULL, sha256 VARCHAR(64) NOT NULL, size BIGINT NOT NULL,
     modified BIGINT NOT NULL, width INTEGER, height INTEGER, broken TEXT)`,
  'CREATE INDEX IF NOT EXISTS xinglin_media_sha256 ON xinglin_media (sha256)',
];

/** An arbitrary number that names the lock under which instances make tables, one after the other. */
const tableLock = 7_281_954;

/** Makes what is missing, at every boot. Two instances may boot at once on PostgreSQL. */
export async function makeTables(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres')
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [tableLock]);
    for (const statement of statements) await trx.raw(statement);
    await trx('xinglin_head')
      .insert({ id: 1, epoch: randomUUID(), revision: 0, basis: '' })
      .onConflict('id')
      .ignore();
  });
}
