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
  'CREATE INDEX IF NOT EXISTS xinglin_presented_slug ON xinglin_presented (type, slug)',
  // The slugs that a document left, each with the revision that left it.
  `CREATE TABLE IF NOT EXISTS xinglin_address (
     ${key}, slug VARCHAR(80) NOT NULL, revision INTEGER NOT NULL, since VARCHAR(24) NOT NULL,
     PRIMARY KEY (type, document_id, slug))`,
  'CREATE INDEX IF NOT EXISTS xinglin_address_slug ON xinglin_address (type, slug)',
  // Which document a redirect leads to: its address may change.
  `CREATE TABLE IF NOT EXISTS xinglin_redirect (
     ${key}, to_type VARCHAR(40) NOT NULL, to_id VARCHAR(64) NOT NULL, PRIMARY KEY (type, document_id))`,
  'CREATE INDEX IF NOT EXISTS xinglin_redirect_to ON xinglin_redirect (to_type, to_id)',
  // The articles that a topic named when it was published, drafts included: see named.ts.
  `CREATE TABLE IF NOT EXISTS xinglin_named (
     ${key}, block INTEGER NOT NULL, position INTEGER NOT NULL, article_id VARCHAR(64) NOT NULL,
     PRIMARY KEY (type, document_id, block, position))`,
  'CREATE INDEX IF NOT EXISTS xinglin_named_article ON xinglin_named (article_id)',
  `CREATE TABLE IF NOT EXISTS xinglin_approval (
     ${key}, digest VARCHAR(64) NOT NULL, name VARCHAR(200) NOT NULL, actor TEXT NOT NULL,
     at VARCHAR(24) NOT NULL, PRIMARY KEY (type, document_id, digest, name))`,
  `CREATE TABLE IF NOT EXISTS xinglin_quarantine (
     ${key}, title TEXT NOT NULL, problem TEXT NOT NULL, at VARCHAR(24) NOT NULL, PRIMARY KEY (type, document_id))`,
  `CREATE TABLE IF NOT EXISTS xinglin_release (
     release INTEGER PRIMARY KEY, at VARCHAR(24) NOT NULL, revision INTEGER NOT NULL, pinned INTEGER)`,
  `CREATE TABLE IF NOT EXISTS xinglin_receipt (
     ${key}, release INTEGER NOT NULL, revision INTEGER NOT NULL, digest VARCHAR(64), path VARCHAR(300),
     url TEXT, at VARCHAR(24) NOT NULL, page_count INTEGER, page_paths TEXT, PRIMARY KEY (type, document_id))`,
  `CREATE TABLE IF NOT EXISTS xinglin_trouble (
     ${key}, position INTEGER NOT NULL, level VARCHAR(10) NOT NULL, problem TEXT NOT NULL,
     PRIMARY KEY (type, document_id, position))`,
  // An earlier version's, with one problem a document. What stands is told anew with every release.
  'DROP TABLE IF EXISTS xinglin_receipt_problem',
  `CREATE TABLE IF NOT EXISTS xinglin_media (
     document_id VARCHAR(64) PRIMARY KEY, url TEXT NOT NULL, sha256 VARCHAR(64) NOT NULL, size BIGINT NOT NULL,
     modified BIGINT NOT NULL, width INTEGER, height INTEGER, broken TEXT)`,
  'CREATE INDEX IF NOT EXISTS xinglin_media_sha256 ON xinglin_media (sha256)',
];

/** Columns that came later: a database of an earlier version has the table without them. */
const laterColumns = [
  ['xinglin_release', 'pinned', 'INTEGER'],
  ['xinglin_receipt', 'page_count', 'INTEGER'],
  ['xinglin_receipt', 'page_paths', 'TEXT'],
  // The first publication of a dated document, to the second at +08:00. Written once; see first-publication.ts.
  ['xinglin_presented', 'first_at', 'VARCHAR(25)'],
] as const;

/** An arbitrary number that names the lock under which instances make tables, one after the other. */
const tableLock = 7_281_954;

/** Makes what is missing, at every boot. Two instances may boot at once on PostgreSQL. */
export async function makeTables(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres')
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [tableLock]);
    for (const statement of statements) await trx.raw(statement);
    for (const [table, column, type] of laterColumns) {
      if (await trx.schema.hasColumn(table, column)) continue;
      await trx.raw(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
    }
    await trx('xinglin_head')
      .insert({ id: 1, epoch: randomUUID(), revision: 0, basis: '' })
      .onConflict('id')
      .ignore();
  });
}
