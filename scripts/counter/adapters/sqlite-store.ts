/** Counts in an SQLite file of their own: the default. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Batch, Store, StoredDay } from '../ports.ts';

const tables = `
CREATE TABLE IF NOT EXISTS head (id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL, seq INTEGER NOT NULL,
  batch TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS total (id TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS day (id TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (id, day)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS day_seq ON day (seq);
`;

const addTotal = `INSERT INTO total VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`;
const addDay = `INSERT INTO day VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count, seq = excluded.seq`;

/** Opens the file, made where missing. @throws Error where SQLite cannot use it. */
export function openSqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // Every batch survives a loss of power too: one write a second costs nothing.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000');
  database.exec(tables);
  database.prepare("INSERT OR IGNORE INTO head VALUES (1, ?, 0, '')").run(randomUUID());
  const head = database.prepare('SELECT epoch, seq, batch FROM head');
  const move = database.prepare('UPDATE head SET seq = ?, batch = ?');
  const [total, day] = [database.prepare(addTotal), database.prepare(addDay)];
  const after = database.prepare('SELECT id, day, count, seq FROM day WHERE seq > ? ORDER BY seq LIMIT ?');

  const write = ({ name, reads }: Batch) => {
    const before = head.get() as { seq: number; batch: string };
    if (before.batch === name) return;
    let { seq } = before;
    for (const { id, day: date, count } of reads) {
      seq += 1;
      total.run(id, count);
      day.run(id, date, count, seq);
    }
    move.run(seq, name);
  };

  return {
    async totals() {
      const rows = database.prepare('SELECT id, count FROM total').iterate();
      const found = new Map<string, number>();
      for (const row of rows) found.set(String(row['id']), Number(row['count']));
      return found;
    },
    async add(batch) {
      database.exec('BEGIN IMMEDIATE');
      try {
        write(batch);
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    async changes(cursor, limit) {
      const { epoch, seq } = head.get() as { epoch: string; seq: number };
      return { epoch, head: seq, days: after.all(cursor, limit) as unknown as StoredDay[] };
    },
    async close() {
      database.close();
    },
  };
}
