/** publisher.db: what the publisher knows of the live tree, its releases, and what it still has to tell. */
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { ObjectDigest, ViewDigest } from '@xinglin/shared/digest.js';
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Receipts } from '@xinglin/shared/receipts.js';
import { OutputFault } from '../faults.ts';
import type { FileRecord, FinishedPass, ItemName, Origin, Release, State } from '../ports.ts';
import { stateFormat, stateTables } from './state-tables.ts';

type Row = Record<string, SQLOutputValue>;

/**
 * Opens the publisher's state; made where missing. `:memory:` forgets everything at the end.
 * @throws OutputFault where it cannot be opened or is of another format.
 */
export function openState(file: string): State & { close(): void } {
  try {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    database.exec(stateTables);
    database.prepare("INSERT OR IGNORE INTO meta VALUES ('format', ?)").run(stateFormat);
    const state = new SqliteState(database);
    if (state.meta('format') === stateFormat) return state;
    database.close();
    throw new Error(`it has format ${state.meta('format')}, this version reads ${stateFormat}`);
  } catch (error) {
    throw new OutputFault(
      `发布记录 ${file} 打不开：${(error as Error).message}`,
      '请检查这个文件夹的权限和磁盘空间；若文件损坏，可删除它，下次发布会整站重做。',
    );
  }
}

class SqliteState implements State {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  meta(key: string): string | undefined {
    return this.#get('SELECT value FROM meta WHERE key = ?', key)?.['value'] as string | undefined;
  }

  lastRelease(): Release | undefined {
    const row = this.#get('SELECT * FROM release ORDER BY number DESC LIMIT 1');
    return row && ({ ...row, counts: JSON.parse(row['counts'] as string) } as unknown as Release);
  }

  files(): Map<string, FileRecord> {
    return new Map(this.#all('SELECT * FROM file').map((row) => [row['path'] as string, toRecord(row)]));
  }

  unknownPaths(): Set<string> {
    return new Set(this.#all('SELECT path FROM file WHERE unknown = 1').map((row) => row['path'] as string));
  }

  doubt(entries: readonly { path: string; origin: Origin }[]): void {
    this.#atOnce(() => {
      const mark = this.#database.prepare(
        `INSERT INTO file VALUES (?, ?, ?, 200, NULL, NULL, 0, 0, 1)
         ON CONFLICT (path) DO UPDATE SET unknown = 1`,
      );
      for (const { path, origin } of entries) mark.run(path, origin, origin);
    });
  }

  nextStamp(nowSeconds: number): number {
    const stamp = Math.max(nowSeconds, Number(this.meta('stamp') ?? 0) + 1);
    this.#run("INSERT OR REPLACE INTO meta VALUES ('stamp', ?)", String(stamp));
    return stamp;
  }

  finish(done: FinishedPass): Release {
    return this.#atOnce(() => {
      const { epoch, revision, bundle, at, counts } = done.release;
      const number = Number(
        this.#run(
          'INSERT INTO release (epoch, revision, bundle, at, counts) VALUES (?, ?, ?, ?, ?)',
          epoch,
          revision,
          bundle,
          at,
          JSON.stringify(counts),
        ).lastInsertRowid,
      );
      this.#recordFiles(number, done);
      this.#run('DELETE FROM gone');
      for (const { path, redirectTo } of done.gone) {
        this.#run('INSERT OR IGNORE INTO gone VALUES (?, ?)', path, redirectTo ?? null);
      }
      for (const part of done.receipts(number)) {
        this.#run('INSERT INTO outbox (receipts) VALUES (?)', JSON.stringify(part));
      }
      return { number, ...done.release };
    });
  }

  #recordFiles(number: number, { written, removed, reviewed, failed }: FinishedPass): void {
    const record = this.#database.prepare('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)');
    const change = this.#database.prepare('INSERT INTO release_file VALUES (?, ?, ?)');
    for (const { path, origin, kind, status, view, object, size, mtime } of written) {
      record.run(path, origin, kind, status, view ?? null, object ?? null, size, mtime);
      change.run(number, path, object ?? null);
    }
    for (const path of removed) {
      this.#run('DELETE FROM file WHERE path = ?', path);
      change.run(number, path, null);
    }
    for (const { path, view } of reviewed) this.#run('UPDATE file SET view = ? WHERE path = ?', view, path);
    for (const path of failed) this.#run('UPDATE file SET view = NULL WHERE path = ?', path);
  }

  quarantined(): QuarantinedItem[] {
    return this.#all('SELECT * FROM quarantine ORDER BY type, id').map(
      (row) => ({ ...row, problems: JSON.parse(row['problems'] as string) }) as unknown as QuarantinedItem,
    );
  }

  quarantine(items: readonly QuarantinedItem[], released: readonly ItemName[] | 'all others'): void {
    this.#atOnce(() => {
      if (released === 'all others') this.#run('DELETE FROM quarantine');
      else {
        for (const { type, id } of released) {
          this.#run('DELETE FROM quarantine WHERE type = ? AND id = ?', type, id);
        }
      }
      for (const { type, id, title, revision, problems } of items) {
        this.#run(
          'INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)',
          type,
          id,
          title,
          revision,
          JSON.stringify(problems),
        );
      }
    });
  }

  mediaFaults(): Map<string, string> {
    return new Map(
      this.#all('SELECT * FROM media_fault').map((row) => [
        row['sha256'] as string,
        row['problem'] as string,
      ]),
    );
  }

  rememberMediaFault(sha256: string, problem: string): void {
    this.#run('INSERT OR REPLACE INTO media_fault VALUES (?, ?)', sha256, problem);
  }

  outbox(): { id: number; receipts: Receipts }[] {
    return this.#all('SELECT * FROM outbox ORDER BY id').map((row) => ({
      id: row['id'] as number,
      receipts: JSON.parse(row['receipts'] as string) as Receipts,
    }));
  }

  sent(id: number): void {
    this.#run('DELETE FROM outbox WHERE id = ?', id);
  }

  close(): void {
    this.#database.close();
  }

  #atOnce<Value>(work: () => Value): Value {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite has rolled back by itself where the disk was full; a second time would hide why.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #get(sql: string, ...values: (string | number | null)[]): Row | undefined {
    return this.#database.prepare(sql).get(...values);
  }

  #all(sql: string): Row[] {
    return this.#database.prepare(sql).all();
  }

  #run(sql: string, ...values: (string | number | null)[]) {
    return this.#database.prepare(sql).run(...values);
  }
}

function toRecord(row: Row): FileRecord {
  return {
    path: row['path'] as string,
    origin: row['origin'] as Origin,
    kind: row['kind'] as string,
    status: row['status'] as FileRecord['status'],
    view: (row['view'] ?? undefined) as ViewDigest | undefined,
    object: (row['object'] ?? undefined) as ObjectDigest | undefined,
    size: row['size'] as number,
    mtime: row['mtime'] as number,
  };
}
