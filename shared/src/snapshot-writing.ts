/** What changes a snapshot: one transaction a feed. */
import type { DatabaseSync } from 'node:sqlite';
import { addressesNamedBy, oldSlugsOf } from './addresses.ts';
import { canonicalJson } from './canonical.ts';
import type { Item, ItemType } from './content/item.ts';
import { edgesOf, sortKeyOf } from './edges.ts';
import type { Change, FeedHeader, Put, QuarantinedItem } from './feed.ts';
import type { FeedInPortions, TakenFeed } from './feed-rows.ts';
import type { WritableSnapshot } from './snapshot.ts';
import { spellCard } from './snapshot-cards.ts';
import { Connection } from './snapshot-connection.ts';
import { SnapshotReader } from './snapshot-reading.ts';
import type { Verdict } from './snapshot-rows.ts';
import { beginWhole, endWhole, forgetSame, mediaOfBytes, rememberOne } from './snapshot-statements.ts';

interface Name {
  type: ItemType;
  id: string;
}

export class SqliteSnapshot extends SnapshotReader implements WritableSnapshot {
  constructor(database: DatabaseSync) {
    super(new Connection(database));
  }

  get file(): string | undefined {
    return this.connection.file;
  }

  take(
    { header, portions, whole }: FeedInPortions,
    judge: (taken: TakenFeed) => void | Promise<void>,
  ): Promise<TakenFeed> {
    return this.connection.writeInTurns(async (database) => {
      const before = this.#items();
      // What is quarantined keeps its form: of this history only, because an id may mean another document in another.
      const keeps = whole && this.#meta('epoch') === header.epoch;
      const taken = { puts: 0, tombstones: 0, quarantined: [] as QuarantinedItem[], before };
      const named: Name[] = [];
      if (whole) {
        this.connection.forget();
        database.exec(beginWhole);
      }
      for await (const { changes, quarantined } of portions) {
        for (const change of changes) {
          const { type, id } = change.kind === 'put' ? change.item : change;
          this.#applyOne(change);
          taken[change.kind === 'put' ? 'puts' : 'tombstones'] += 1;
          if (whole) this.#brought({ type, id });
          else named.push({ type, id });
        }
        for (const item of keeps ? quarantined : []) this.#brought(item);
        taken.quarantined.push(...quarantined);
      }
      if (whole) database.exec(endWhole);
      this.#moveTo(header);
      if (whole) database.exec(forgetSame);
      const done = { ...taken, named: whole ? undefined : named, after: this.#items() };
      await judge(done);
      return done;
    });
  }

  apply(header: FeedHeader, changes: readonly Change[]): void {
    this.connection.write(() => {
      for (const change of changes) this.#applyOne(change);
      this.#moveTo(header);
    });
  }

  replace(header: FeedHeader, changes: readonly Change[]): void {
    this.connection.write((database) => {
      this.connection.forget();
      database.exec(beginWhole);
      for (const change of changes) {
        this.#applyOne(change);
        this.#brought(change.kind === 'put' ? change.item : change);
      }
      database.exec(endWhole);
      this.#moveTo(header);
      database.exec(forgetSame);
    });
  }

  settle(published?: readonly { type: ItemType; id: string }[]): void {
    this.connection.write((database) => {
      if (published === undefined) database.exec('DELETE FROM pending');
      const forget = this.connection.sql('DELETE FROM pending WHERE type = ? AND id = ?');
      for (const { type, id } of published ?? []) forget.run(type, id);
    });
  }

  judge(found: readonly Verdict[], acquitted: readonly string[]): void {
    const { connection } = this;
    connection.write(() => {
      for (const { sha256, problem, lasting } of found) {
        connection
          .sql('INSERT OR REPLACE INTO verdict VALUES (?, ?, ?)')
          .run(sha256, problem, Number(lasting));
      }
      const acquit = connection.sql('DELETE FROM verdict WHERE sha256 = ?');
      for (const sha256 of acquitted) acquit.run(sha256);
      for (const sha256 of [...found.map((one) => one.sha256), ...acquitted]) {
        for (const { id } of connection.sql(mediaOfBytes).all(sha256) as unknown as Name[]) {
          connection.forget('media', id);
          connection.sql(rememberOne).run('media', id, 'media', id, 'media', id);
        }
      }
    });
  }

  distrust(): void {
    this.connection.write((database) => {
      database.exec("INSERT OR REPLACE INTO meta VALUES ('distrusted', '1')");
    });
  }

  get isDistrusted(): boolean {
    return this.meta('distrusted') === '1';
  }

  copyTo(file: string): void {
    this.connection.copyTo(file);
  }

  emptyLog(): void {
    this.connection.emptyLog();
  }

  close(): void {
    this.connection.close();
  }

  /** Read as part of the writing. */
  #meta(key: string): string {
    const row = this.connection.sql('SELECT value FROM meta WHERE key = ?').get(key);
    return String(row?.['value'] ?? '');
  }

  #items(): number {
    return Number(this.connection.sql('SELECT count(*) AS n FROM item').get()?.['n']);
  }

  #brought({ type, id }: { type: string; id: string }): void {
    this.connection.sql('INSERT OR IGNORE INTO brought VALUES (?, ?)').run(type, id);
  }

  #moveTo(header: FeedHeader): void {
    const set = this.connection.sql('UPDATE meta SET value = ? WHERE key = ?');
    set.run(String(header.revision), 'revision');
    set.run(header.epoch, 'epoch');
    this.connection.sql("DELETE FROM meta WHERE key = 'distrusted'").run();
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
    const link = connection.sql('INSERT INTO link VALUES (?, ?, ?, ?)');
    for (const address of addressesNamedBy(change.kind === 'put' ? change.item : change)) {
      link.run(type, id, address.type, address.slug);
    }
    if (change.kind === 'tombstone') {
      const row = [type, id, change.revision, canonicalJson(change)];
      connection.sql('INSERT INTO tombstone VALUES (?, ?, ?, ?)').run(...row);
      return;
    }
    this.#insert(change);
  }

  #insert({ item, revision, digest, act, at }: Put): void {
    const { connection } = this;
    const { type, id } = item;
    const sort = sortKeyOf(item) ?? null;
    connection
      .sql('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        ...[
          type,
          id,
          slugOf(item),
          sort,
          revision,
          digest,
          act ?? null,
          at ?? null,
          spellCard(item),
          canonicalJson(item),
        ],
      );
    const edge = connection.sql('INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const [position, { rel, toType, toId }] of edgesOf(item).entries()) {
      edge.run(type, id, rel, toType, toId, sort, position);
    }
  }
}

function slugOf(item: Item): string | null {
  return 'slug' in item ? item.slug : null;
}
