/**
 * The snapshot: the second of the three seams. All published content at one revision, in an SQLite file that
 * this module and its parts alone read and write. Views see it through the read-only `Snapshot`.
 */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Address } from './addresses.ts';
import type { ItemOf, ItemType } from './content/item.ts';
import type { Delta, Standing } from './delta.ts';
import type { Change, FeedHeader, Put, Tombstone } from './feed.ts';
import type { FeedInPortions, TakenFeed } from './feed-rows.ts';
import type { PagedType } from './paths.ts';
import type { Verdict } from './snapshot-rows.ts';
import { snapshotFormat, tables } from './snapshot-tables.ts';
import { SqliteSnapshot } from './snapshot-writing.ts';

/** Which items name an owner, through which relations. */
export interface ListQuery {
  /** The item that is named: a channel, a tag, a department … */
  owner: { type: ItemType; id: string };
  /** The naming items' type. */
  type: ItemType;
  /** Only through these relations (see `edges.ts`); any where absent. */
  rels?: readonly string[];
}

/** Where a dated item stands in lists: by its sort key, then its id. */
export interface Position {
  sort: string;
  id: string;
}

export interface NamingOptions {
  limit?: number;
  /** Only those older than this item. */
  before?: Position;
  /** Only those newer than this item, its nearest neighbour first. */
  after?: Position;
  /** Only those of this month, `2026-11`. */
  month?: string;
}

/**
 * Read-only access to all published content at one revision. Every list has a total order: same rows, same
 * order. Items are frozen: an item that is asked for twice is the same object.
 */
export interface Snapshot {
  readonly epoch: string;
  readonly revision: number;
  /** Differs after every write, by whichever process: what was worked out at one version holds while it stands. */
  readonly version: string;
  get<Type extends ItemType>(type: Type, id: string): ItemOf<Type> | undefined;
  bySlug<Type extends PagedType>(type: Type, slug: string): ItemOf<Type> | undefined;
  /** What lists and plans need of all items of a type, by slug: a tenth of the cost of `all`. */
  slugs(type: PagedType): { slug: string; sort: string | null; at: string | null }[];
  /** What sitemaps need of a dated type's month, by position. */
  datesOf(type: PagedType, month: string): { slug: string; sort: string; at: string | null }[];
  /** When any item of a dated type's month was last changed; of an undated type, any of it. */
  lastChangeOf(type: PagedType, month?: string): string | undefined;
  /** The files that pages of a dated type's month show as pictures; those of an undated type without a month. */
  picturesOf(type: PagedType, month?: string): { slug: string; media: string }[];
  /** All items of a type, by id. */
  all<Type extends ItemType>(type: Type): ItemOf<Type>[];
  /** The site settings; undefined only while the snapshot is empty. */
  site(): ItemOf<'site'> | undefined;
  /** The newest items of a dated type, newest first; only those of a month (`2026-11`) or a day where it is given. */
  newest<Type extends ItemType>(type: Type, limit: number, month?: string): ItemOf<Type>[];
  /** The months (`2026-11`) in which a dated type has items, newest first. */
  monthsOf(type: ItemType): string[];
  /** How many items of a dated type a month has; only those older than a position where it is given. */
  countOf(type: ItemType, month: string, before?: Position): number;
  /** Items that name an owner, newest first. */
  naming<Type extends ItemType>(query: ListQuery & { type: Type }, options?: NamingOptions): ItemOf<Type>[];
  /** The same items by their slugs alone, in any order: a tenth of the cost. '' where the type has none. */
  slugsNaming(query: ListQuery, options?: NamingOptions): { id: string; slug: string }[];
  /** The months (`2026-11`) in which dated items name an owner, newest first. */
  months(query: ListQuery): string[];
  /** How many items of a month name an owner; only those older than a position where it is given. */
  countNaming(query: ListQuery, month: string, before?: Position): number;
  /**
   * Documents of which a text names the page that has this address, or a month or the feed of it, by type and
   * id: items, and removed ones that send their readers there.
   */
  linking(address: Address): { type: ItemType; id: string }[];
  /**
   * What became of an address that no live item has: the live item that moved on from it, else the tombstone
   * of the one that had it last. Of several, the one changed last.
   */
  formerly(address: Address): Standing;
  /** The ids of all that once had an address, live or gone. */
  formerHolders(address: Address): string[];
  /** Every address that an item once had and no live item has now, each once. */
  formerAddresses(): Address[];
  tombstone(type: ItemType, id: string): Tombstone | undefined;
  tombstones(): Tombstone[];
}

/** A document's standing in brief. */
export interface StandingRow {
  type: ItemType;
  id: string;
  revision: number;
  /** Of the presented form; null where the document is gone. */
  digest: string | null;
  slug: string | null;
}

/** The writing side: one transaction a feed. */
export interface WritableSnapshot extends Snapshot {
  /** Where it lies; undefined in memory. */
  readonly file: string | undefined;
  /** Applies a feed's changes and moves the cursor to `header.revision`, all or nothing. */
  apply(header: FeedHeader, changes: readonly Change[]): void;
  /** Lets go of everything and applies a feed since 0 in its place, all or nothing. */
  replace(header: FeedHeader, changes: readonly Change[]): void;
  /**
   * The same for a feed of any length, in one transaction over many turns: nobody can read through this
   * snapshot until it has ended. What `judge` throws lets go of everything; it is asked before the commit.
   */
  take(feed: FeedInPortions, judge: (taken: TakenFeed) => void | Promise<void>): Promise<TakenFeed>;
  /** A brake held what it holds: its cursor counts no more, and everything has to be read anew. Survives the process. */
  distrust(): void;
  readonly isDistrusted: boolean;
  /** What changed after a revision, in rising order: all puts and tombstones where it is 0. */
  changesSince(revision: number): Change[];
  /** `changesSince` without the items: who changed and how it stands, for very many at little cost. */
  standingsSince(revision: number): StandingRow[];
  /**
   * Every document that changed since `settle` was last called, with what it was then. After `replace` these
   * are all that differ. Survives the process.
   */
  delta(): Delta;
  /** The delta, or a part of it, has been published: from here on it is counted anew. */
  settle(published?: readonly { type: ItemType; id: string }[]): void;
  /** What was found out about the bytes of media: rows beside the feed's, by hash. */
  verdicts(): Verdict[];
  /**
   * Whoever reads a file of a verdict sees it as broken, so that no page names what could not be made (law 1: what
   * probing found is a row). `acquitted` are hashes of which it holds no more. The files join the delta.
   */
  judge(found: readonly Verdict[], acquitted: readonly string[]): void;
  /** The media items of these bytes as the feed brought them, by id. */
  mediaOf(sha256: string): ItemOf<'media'>[];
  /** An item's presented form as a change: with its revision and digest. */
  putOf(type: ItemType, id: string): Put | undefined;
  /** The ids of all items of a type, in code-unit order, at little cost. */
  ids(type: ItemType): string[];
  /** The ids of a type that any item names, each once, in code-unit order. */
  named(type: ItemType): string[];
  /** Whether any item names this one. */
  isNamed(type: ItemType, id: string): boolean;
  count(): number;
  /** A copy of all of it, in a file that is not there yet. */
  copyTo(file: string): void;
  /** Writes the log back and empties it: nothing that was removed stays readable in it (law 6). */
  emptyLog(): void;
  close(): void;
}

/**
 * Opens a snapshot file. A writable one is made where missing; `anew` also where it is of another format, as all
 * of it can be had again from the feed.
 * @throws Error where the file is of another format.
 */
export function openSnapshot(file: string, mode: { readOnly: boolean; anew?: boolean }): WritableSnapshot {
  const opened = openIfCurrent(file, mode.readOnly);
  if (typeof opened !== 'string') return opened;
  if (mode.anew === true) {
    for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    const again = openIfCurrent(file, mode.readOnly);
    if (typeof again !== 'string') return again;
  }
  throw new Error(
    `The snapshot ${file} has format ${opened}; this version reads ${snapshotFormat}. Remove the file: it is made anew from the CMS.`,
  );
}

/** The snapshot, or the format that it has instead. */
function openIfCurrent(file: string, readOnly: boolean): WritableSnapshot | string {
  const database = new DatabaseSync(file, { readOnly });
  try {
    if (!readOnly) {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
      database.exec(
        'PRAGMA secure_delete = ON; CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;',
      );
      database
        .prepare("INSERT OR IGNORE INTO meta VALUES ('format', ?), ('epoch', ''), ('revision', '0')")
        .run(String(snapshotFormat));
    }
    const row = database.prepare("SELECT value FROM meta WHERE key = 'format'").get();
    const found = String(row?.['value']);
    if (found !== String(snapshotFormat)) {
      database.close();
      return found;
    }
    if (!readOnly) database.exec(tables);
    return new SqliteSnapshot(database);
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}
