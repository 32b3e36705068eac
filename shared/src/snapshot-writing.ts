/** What changes a snapshot: one transaction a feed. */
import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from './canonical.ts';
import type { Item } from './content/item.ts';
import { edgesOf, sortKeyOf } from './edges.ts';
import type { Change, FeedHeader } from './feed.ts';
import type { WritableSnapshot } from './snapshot.ts';
import { Connection } from './snapshot-connection.ts';
import { SnapshotReader } from './snapshot-reading.ts';

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
      database.exec('DELETE FROM item; DELETE FROM edge; DELETE FROM tombstone;');
      this.#write(header, changes);
    });
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
    connection.sql('DELETE FROM edge WHERE from_type = ? AND from_id = ?').run(type, id);
    connection.sql('DELETE FROM item WHERE type = ? AND id = ?').run(type, id);
    connection.sql('DELETE FROM tombstone WHERE type = ? AND id = ?').run(type, id);
    if (change.kind === 'tombstone') {
      const row = [type, id, change.revision, canonicalJson(change)];
      connection.sql('INSERT INTO tombstone VALUES (?, ?, ?, ?)').run(...row);
      return;
    }
    const { item } = change;
    const sort = sortKeyOf(item) ?? null;
    connection
      .sql('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(type, id, slugOf(item), sort, change.revision, change.digest, canonicalJson(item));
    const insert = connection.sql('INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const [position, edge] of edgesOf(item).entries()) {
      insert.run(type, id, edge.rel, edge.toType, edge.toId, sort, position);
    }
  }
}

function slugOf(item: Item): string | null {
  return 'slug' in item ? item.slug : null;
}
