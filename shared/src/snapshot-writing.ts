/** What changes a snapshot: one transaction a feed. */
import type { DatabaseSync } from 'node:sqlite';
import { addressesNamedBy, oldSlugsOf } from './addresses.ts';
import { canonicalJson } from './canonical.ts';
import type { Item } from './content/item.ts';
import { edgesOf, sortKeyOf } from './edges.ts';
import type { Change, FeedHeader, Put } from './feed.ts';
import type { WritableSnapshot } from './snapshot.ts';
import { Connection } from './snapshot-connection.ts';
import { SnapshotReader } from './snapshot-reading.ts';

/** The standing of a row, spelled as `pending` keeps it. */
const asItem = `'{"item":' || data || '}'`;
const asTombstone = `'{"tombstone":' || data || '}'`;

/** Keeps what a document is before its first change since the last release; a later change keeps the first. */
const rememberOne = `INSERT OR IGNORE INTO pending VALUES (?, ?, coalesce(
  (SELECT ${asItem} FROM item WHERE type = ? AND id = ?),
  (SELECT ${asTombstone} FROM tombstone WHERE type = ? AND id = ?)))`;

/** The same for everything at once. */
const remember = `
  INSERT OR IGNORE INTO pending SELECT type, id, ${asItem} FROM item;
  INSERT OR IGNORE INTO pending SELECT type, id, ${asTombstone} FROM tombstone;`;

/** What came again as it was has not changed. */
const forgetSame = `
  DELETE FROM pending WHERE before IS (SELECT ${asItem} FROM item WHERE item.type = pending.type AND item.id = pending.id);`;

export class SqliteSnapshot extends SnapshotReader implements WritableSnapshot {
  constructor(database: DatabaseSync) {
    super(new Connection(database));
  }

  apply(header: FeedHeader, changes: readonly Change[]): void {
    this.connection.write(() => this.#write(header, changes));
  }

  replace(header: FeedHeader, changes: readonly Change[]): void {
    this.connection.write((database) => {
      this.connection.forget();
      database.exec(remember);
      for (const table of ['item', 'edge', 'tombstone', 'link', 'alias']) {
        database.exec(`DELETE FROM ${table}`);
      }
      this.#write(header, changes);
      database.exec(forgetSame);
    });
  }

  settle(): void {
    this.connection.write((database) => database.exec('DELETE FROM pending'));
  }

  close(): void {
    this.connection.close();
  }

  #write(header: FeedHeader, changes: readonly Change[]): void {
    for (const change of changes) this.#applyOne(change);
    const set = this.connection.sql('UPDATE meta SET value = ? WHERE key = ?');
    set.run(String(header.revision), 'revision');
    set.run(header.epoch, 'epoch');
  }

  #applyOne(change: Change): void {
    const { connection } = this;
    const { type, id } = change.kind === 'put' ? change.item : change;
    connection.forget(type, id);
    connection.sql(rememberOne).run(type, id, type, id, type, id);
    connection.sql('DELETE FROM edge WHERE from_type = ? AND from_id = ?').run(type, id);
    connection.sql('DELETE FROM link WHERE from_type = ? AND from_id = ?').run(type, id);
    connection.sql('DELETE FROM alias WHERE type = ? AND id = ?').run(type, id);
    connection.sql('DELETE FROM item WHERE type = ? AND id = ?').run(type, id);
    connection.sql('DELETE FROM tombstone WHERE type = ? AND id = ?').run(type, id);
    const alias = connection.sql('INSERT OR IGNORE INTO alias VALUES (?, ?, ?)');
    for (const slug of oldSlugsOf(change.kind === 'put' ? change.item : change)) alias.run(type, slug, id);
    if (change.kind === 'tombstone') {
      const row = [type, id, change.revision, canonicalJson(change)];
      connection.sql('INSERT INTO tombstone VALUES (?, ?, ?, ?)').run(...row);
      return;
    }
    this.#insert(change);
  }

  #insert({ item, revision, digest, act }: Put): void {
    const { connection } = this;
    const { type, id } = item;
    const sort = sortKeyOf(item) ?? null;
    connection
      .sql('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(type, id, slugOf(item), sort, revision, digest, act ?? null, canonicalJson(item));
    const edge = connection.sql('INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const [position, { rel, toType, toId }] of edgesOf(item).entries()) {
      edge.run(type, id, rel, toType, toId, sort, position);
    }
    const link = connection.sql('INSERT INTO link VALUES (?, ?, ?, ?)');
    for (const address of addressesNamedBy(item)) link.run(type, id, address.type, address.slug);
  }
}

function slugOf(item: Item): string | null {
  return 'slug' in item ? item.slug : null;
}
