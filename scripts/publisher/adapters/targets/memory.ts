/** What a target was given: one small database a target, in the data folder. Losing it costs one full comparison. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { blameDisk } from '../../faults.ts';
import type { MirrorMemory } from '../../mirror.ts';
import type { Origin } from '../../ports.ts';
import type { HeldPath } from '../../targets.ts';

const tables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held (
  path TEXT PRIMARY KEY, origin TEXT NOT NULL, object TEXT, variants TEXT NOT NULL
) WITHOUT ROWID;
`;

/** `file` may be `:memory:`. @throws OutputFault where the disk is to blame. */
export function openMemory(file: string): MirrorMemory & { close(): void } {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file);
    database.exec(tables);
    return memoryOver(database);
  } catch (error) {
    throw blameDisk(error);
  }
}

function memoryOver(database: DatabaseSync): MirrorMemory & { close(): void } {
  const meta = (key: string) =>
    database.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'] as string | undefined;
  const remember = (key: string, value: string) =>
    database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
  const forget = (key: string) => database.prepare('DELETE FROM meta WHERE key = ?').run(key);
  const atOnce = (work: () => void) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw blameDisk(error);
    }
  };
  return {
    held: () =>
      new Map<string, HeldPath>(
        database
          .prepare('SELECT * FROM held')
          .all()
          .map((row) => [
            row['path'] as string,
            {
              origin: row['origin'] as Origin,
              object: (row['object'] ?? undefined) as string | undefined,
              variants: row['variants'] as string,
            },
          ]),
      ),
    mark: () => meta('mark'),
    interrupted: () => meta('at work') !== undefined,
    begin: (paths, trusted) =>
      atOnce(() => {
        remember('at work', 'yes');
        if (!trusted) {
          forget('mark');
          database.exec('UPDATE held SET object = NULL');
        }
        // Which variants may lie there: the old ones, and any of the new.
        const doubt = database.prepare(
          `INSERT INTO held VALUES (?, ?, NULL, 'gz,br')
           ON CONFLICT (path) DO UPDATE SET object = NULL, variants = 'gz,br'`,
        );
        for (const { path, origin } of paths) doubt.run(path, origin);
      }),
    finish: ({ kept, dropped, mark }) =>
      atOnce(() => {
        const keep = database.prepare('INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?)');
        for (const [path, { origin, object, variants }] of kept)
          keep.run(path, origin, object ?? null, variants);
        const drop = database.prepare('DELETE FROM held WHERE path = ?');
        for (const path of dropped) drop.run(path);
        remember('mark', mark);
        forget('at work');
      }),
    close: () => database.close(),
  };
}
