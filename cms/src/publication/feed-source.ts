/**
 * Reads the `presented` table for the feed, all of it as it stood at one moment: a row that is presented anew
 * while a feed is being read would otherwise be missing from it.
 */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { type Head, readHead } from './head.ts';
import type { Publication } from './publication.ts';

/** Rows held in memory at a time. */
const pageSize = 500;

interface FeedRow {
  revision: number;
  state: 'live' | 'tombstone';
  digest: string | null;
  form: string;
  /** The editor's act of that revision. */
  act: string | null;
  /** When it was last made other than it was. */
  at: string | null;
}

/** A view of the tables at one moment. Close it, or it is held open. */
interface Moment {
  head: Head;
  page(after: number): Promise<FeedRow[]>;
  close(): Promise<void>;
}

export interface FeedSource {
  head: Head;
  /** The feed's rows since the cursor, in order. Closes the source when it ends or is left. */
  lines(): AsyncGenerator<string>;
  close(): Promise<void>;
}

/** Opens the feed since a revision. */
export async function openFeedSource(publication: Publication, since: number): Promise<FeedSource> {
  const moment =
    publication.strapi.db.dialect.client === 'postgres'
      ? await postgresMoment(publication)
      : sqliteMoment(publication);
  return {
    head: moment.head,
    close: moment.close,
    async *lines() {
      try {
        let after = since;
        let rows = await moment.page(after);
        while (rows.length > 0) {
          for (const row of rows) yield lineOf(row);
          after = Number(rows.at(-1)?.revision);
          rows = rows.length < pageSize ? [] : await moment.page(after);
        }
      } finally {
        await moment.close();
      }
    },
  };
}

/** A line of the feed. The stored form is canonical already: it is set in, not parsed and spelled again. */
export function lineOf(row: FeedRow): string {
  const revision = Number(row.revision);
  const act = row.act ?? undefined;
  if (row.state === 'live') {
    const acted = act === undefined ? '' : `"act":${JSON.stringify(act)},`;
    const changed = row.at === null ? '' : `"at":"${row.at}",`;
    return `{${acted}${changed}"digest":"${row.digest}","item":${row.form},"kind":"put","revision":${revision}}`;
  }
  return canonicalJson({ ...(JSON.parse(row.form) as object), revision, act });
}

const columns = [
  'presented.revision',
  'presented.state',
  'presented.digest',
  'presented.form',
  'change.act',
] as const;

/** Another version of the presenters is nobody's doing: what it presents anew changed when it did before. */
const changedAt = `CASE WHEN change.act = '重新呈现' THEN (
    SELECT max(earlier.at) FROM xinglin_change AS earlier
    WHERE earlier.type = presented.type AND earlier.document_id = presented.document_id
      AND earlier.act <> '重新呈现'
  ) ELSE change.at END AS at`;

async function postgresMoment(publication: Publication): Promise<Moment> {
  const trx = await publication.strapi.db.connection.transaction({
    isolationLevel: 'repeatable read',
    readOnly: true,
  });
  const close = async () => {
    if (!trx.isCompleted()) await trx.commit();
  };
  try {
    return {
      head: await readHead(trx),
      page: async (after) =>
        (await trx('xinglin_presented as presented')
          .leftJoin('xinglin_change as change', 'change.revision', 'presented.revision')
          .where('presented.revision', '>', after)
          .orderBy('presented.revision')
          .limit(pageSize)
          .select(...columns, trx.raw(changedAt))) as FeedRow[],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The part of better-sqlite3 that a feed needs. */
interface SqliteReader {
  readonly open: boolean;
  exec(text: string): void;
  prepare(text: string): { get(): unknown; all(...values: number[]): unknown[] };
  close(): void;
}

/**
 * Strapi has one connection to SQLite; readers in WAL mode do not need it, and must not hold it. The second one
 * is opened by the very driver that Strapi uses: two copies of SQLite in one process do not know of each other's
 * locks, and the first to close the file drops them all (sqlite.org/howtocorrupt, 2.2.1).
 */
function sqliteMoment(publication: Publication): Moment {
  const { strapi } = publication;
  const file = strapi.config.get('database.connection.connection.filename') as string;
  const Driver = strapi.db.connection.client.driver as new (
    file: string,
    options: { readonly: boolean; fileMustExist: boolean },
  ) => SqliteReader;
  const database = new Driver(file, { readonly: true, fileMustExist: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000; BEGIN');
    const head = database.prepare('SELECT epoch, revision, basis FROM xinglin_head WHERE id = 1').get();
    const select = database.prepare(
      `SELECT ${columns.join(', ')}, ${changedAt} FROM xinglin_presented AS presented
       LEFT JOIN xinglin_change AS change ON change.revision = presented.revision
       WHERE presented.revision > ? ORDER BY presented.revision LIMIT ${pageSize}`,
    );
    return {
      head: head as unknown as Head,
      page: async (after) => select.all(after) as unknown as FeedRow[],
      close: async () => {
        if (database.open) database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
