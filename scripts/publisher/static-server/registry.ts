/** What publisher.db knows that a file cannot say: the status of a page, and where a moved one leads. */
import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export interface PathStatus {
  status: number;
  /** Set where the status is 301. */
  location: string | undefined;
}

export interface Registry {
  /** Undefined where nothing is known: a file that is there is served with 200. */
  statusOf(path: string): PathStatus | undefined;
  close(): void;
}

interface Opened {
  inode: bigint;
  database: DatabaseSync;
  row: StatementSync;
}

/**
 * Reads beside the publisher, which writes. Before the first release there is no file, or no table in it, and
 * nothing is known; a file that was made anew is opened anew.
 */
export function openRegistry(file: string): Registry {
  let opened: Opened | undefined;
  const current = () => {
    const inode = statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
    if (opened?.inode !== inode) {
      opened?.database.close();
      opened = inode === undefined ? undefined : openAt(file, inode);
    }
    return opened;
  };
  return {
    statusOf(path) {
      const row = current()?.row.get(path);
      return (
        row && {
          status: Number(row['status']),
          location: (row['location'] ?? undefined) as string | undefined,
        }
      );
    },
    close: () => opened?.database.close(),
  };
}

function openAt(file: string, inode: bigint): Opened | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 2000');
  const columns = database.prepare("SELECT name FROM pragma_table_info('file')").all();
  // Tables of an older format know no location: the publisher makes the file anew before it writes.
  if (columns.some(({ name }) => name === 'location')) {
    const row = database.prepare('SELECT status, location FROM file WHERE path = ?');
    return { inode, database, row };
  }
  database.close();
  return undefined;
}
