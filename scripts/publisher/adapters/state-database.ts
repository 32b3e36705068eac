/** The file publisher.db, opened: statements prepared once, and transactions that are all or nothing. */
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;
export type Value = string | number | Uint8Array | null;

export class StateDatabase {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  #depth = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get(sql: string, ...values: Value[]): Row | undefined {
    return this.#sql(sql).get(...values);
  }

  all(sql: string, ...values: Value[]): Row[] {
    return this.#sql(sql).all(...values);
  }

  /** Rows as they are walked; nothing may be written meanwhile. */
  walk(sql: string, ...values: Value[]): IterableIterator<Row> {
    // A statement of its own: a prepared one that is asked again in the middle would begin anew.
    return this.#database.prepare(sql).iterate(...values);
  }

  run(sql: string, ...values: Value[]): number {
    return Number(this.#sql(sql).run(...values).lastInsertRowid);
  }

  meta(key: string): string | undefined {
    return this.get('SELECT value FROM meta WHERE key = ?', key)?.['value'] as string | undefined;
  }

  setMeta(key: string, value: string | null): void {
    if (value === null) this.run('DELETE FROM meta WHERE key = ?', key);
    else this.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
  }

  /** Does all of `work` or nothing; within another one it is a part of that. */
  atOnce<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    this.#database.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where the disk was full; a second time would hide why.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  /** Writes the log back and empties it: nothing that was deleted stays readable in it. */
  emptyLog(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#database.close();
  }

  #sql(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const made = this.#database.prepare(text);
    this.#prepared.set(text, made);
    return made;
  }
}
