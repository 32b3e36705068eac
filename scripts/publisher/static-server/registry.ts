/** What publisher.db knows that a file cannot say: which statuses pages have, and what became of gone ones. */
import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export interface Registry {
  /** The status that a page was planned with; 200 where nothing is known. */
  statusOf(path: string): number;
  /** Set where an item is gone; `redirectTo` where another path stands in its place. */
  goneAt(path: string): { redirectTo: string | undefined } | undefined;
  close(): void;
}

/** Reads beside the publisher, which writes. Before the first release there is no file: nothing is known. */
export function openRegistry(file: string): Registry {
  let open: { database: DatabaseSync; status: StatementSync; gone: StatementSync } | undefined;
  const database = () => {
    if (open === undefined && existsSync(file)) {
      const opened = new DatabaseSync(file, { readOnly: true });
      opened.exec('PRAGMA busy_timeout = 2000');
      const tables = opened
        .prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('file', 'gone')")
        .get();
      if (Number(tables?.['n']) < 2) {
        opened.close();
        return undefined;
      }
      open = {
        database: opened,
        status: opened.prepare('SELECT status FROM file WHERE path = ?'),
        gone: opened.prepare('SELECT redirect_to FROM gone WHERE path = ?'),
      };
    }
    return open;
  };
  return {
    statusOf: (path) => Number(database()?.status.get(path)?.['status'] ?? 200),
    goneAt(path) {
      const row = database()?.gone.get(path);
      return row && { redirectTo: (row['redirect_to'] ?? undefined) as string | undefined };
    },
    close: () => open?.database.close(),
  };
}
