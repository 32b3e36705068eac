import { databaseFile } from '../src/environment.ts';

/** The part of better-sqlite3 that a fresh connection is tuned by. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}
type Done = (error: Error | null, connection: SqliteConnection) => void;

const sqlite = {
  client: 'sqlite' as const,
  connection: { filename: databaseFile() },
  useNullAsDefault: true,
  pool: {
    // Readers must not block the one writer (Strapi leaves SQLite in rollback-journal mode), and a lock
    // held by a backup is waited for rather than reported to an editor.
    afterCreate(connection: SqliteConnection, done: Done): void {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = NORMAL');
      connection.pragma('busy_timeout = 5000');
      done(null, connection);
    },
  },
};

const postgres = (connectionString: string) => ({
  client: 'postgres' as const,
  connection: { connectionString },
  pool: { min: 0, max: 10 },
});

const url = process.env['XINGLIN_DATABASE_URL'];

/** SQLite under the data folder, or the PostgreSQL that XINGLIN_DATABASE_URL names. */
export default () => ({ connection: url === undefined || url === '' ? sqlite : postgres(url) });
