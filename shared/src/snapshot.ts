/**
 * The snapshot: the second of the three seams. All published content at one revision, in an SQLite file that
 * this module alone reads and writes. Views see it through the read-only `Snapshot`.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { canonicalJson } from './canonical.ts';
import type { Item, ItemOf, ItemType } from './content/item.ts';
import { edgesOf, sortKeyOf } from './edges.ts';
import type { Change, FeedHeader, Put, Tombstone } from './feed.ts';
import type { PagedType } from './paths.ts';

/** Raised with every change of the tables below; another number means: make the snapshot anew from the feed. */
const snapshotFormat = 1;

const tables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item (
  type TEXT NOT NULL, id TEXT NOT NULL, slug TEXT, sort TEXT, revision INTEGER NOT NULL, digest TEXT NOT NULL,
  data TEXT NOT NULL, PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_slug ON item (type, slug);
CREATE INDEX IF NOT EXISTS item_sort ON item (type, sort, id);
CREATE INDEX IF NOT EXISTS item_revision ON item (revision);
CREATE TABLE IF NOT EXISTS edge (
  from_type TEXT NOT NULL, from_id TEXT NOT NULL, rel TEXT NOT NULL, to_type TEXT NOT NULL, to_id TEXT NOT NULL,
  sort TEXT, position INTEGER NOT NULL,
  PRIMARY KEY (from_type, from_id, rel, to_type, to_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edge_to ON edge (to_type, to_id, from_type, sort, from_id);
CREATE TABLE IF NOT EXISTS tombstone (
  type TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (type, id)
) WITHOUT ROWID;
`;

/** Which items name an owner, through which relations. */
export interface ListQuery {
  /** The item that is named: a channel, a tag, a department … */
  owner: { type: ItemType; id: string };
  /** The naming items' type. */
  type: ItemType;
  /** Only through these relations (see `edges.ts`); any where absent. */
  rels?: readonly string[];
}

export interface NamingOptions {
  limit?: number;
  /** Only those older than this item. */
  before?: { sort: string; id: string };
  /** Only those newer than this item, its nearest neighbour first. */
  after?: { sort: string; id: string };
  /** Only those of this month, `2026-11`. */
  month?: string;
}

/** Read-only access to all published content at one revision. Every list has a total order: same rows, same order. */
export interface Snapshot {
  readonly epoch: string;
  readonly revision: number;
  get<Type extends ItemType>(type: Type, id: string): ItemOf<Type> | undefined;
  bySlug<Type extends PagedType>(type: Type, slug: string): ItemOf<Type> | undefined;
  /** What lists and plans need of all items of a type, by slug: a tenth of the cost of `all`. */
  slugs(type: PagedType): { slug: string; sort: string | null }[];
  /** All items of a type, by id. */
  all<Type extends ItemType>(type: Type): ItemOf<Type>[];
  /** The site settings; undefined only while the snapshot is empty. */
  site(): ItemOf<'site'> | undefined;
  /** The newest items of a dated type, newest first; only those of a month (`2026-11`) where it is given. */
  newest<Type extends ItemType>(type: Type, limit: number, month?: string): ItemOf<Type>[];
  /** How many items of a dated type each month has, newest month first. */
  monthsOf(type: ItemType): { month: string; count: number }[];
  /** Items that name an owner, newest first. */
  naming<Type extends ItemType>(query: ListQuery & { type: Type }, options?: NamingOptions): ItemOf<Type>[];
  /** The months (`2026-11`) in which items name an owner, newest first, and how many do. */
  months(query: ListQuery): { month: string; count: number }[];
  tombstones(): Tombstone[];
}

/** The writing side: one transaction a feed. */
export interface WritableSnapshot extends Snapshot {
  /** Applies a feed's changes and moves the cursor to `header.revision`, all or nothing. */
  apply(header: FeedHeader, changes: readonly Change[]): void;
  /** Lets go of everything and applies a feed since 0 in its place, all or nothing. */
  replace(header: FeedHeader, changes: readonly Change[]): void;
  /** What changed after a revision, in rising order: all puts and tombstones where it is 0. */
  changesSince(revision: number): Change[];
  /** An item's presented form as a change: with its revision and digest. */
  putOf(type: ItemType, id: string): Put | undefined;
  /** The ids of a type that any item names, each once, in code-unit order. */
  named(type: ItemType): string[];
  count(): number;
  close(): void;
}

/**
 * Opens a snapshot file. A writable one is made where missing.
 * @throws Error where the file is of another format.
 */
export function openSnapshot(file: string, mode: { readOnly: boolean }): WritableSnapshot {
  const database = new DatabaseSync(file, { readOnly: mode.readOnly });
  if (!mode.readOnly) {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    database.exec(tables);
    database
      .prepare("INSERT OR IGNORE INTO meta VALUES ('format', ?), ('epoch', ''), ('revision', '0')")
      .run(String(snapshotFormat));
  }
  const store = new SqliteSnapshot(database);
  const found = store.meta('format');
  if (found !== String(snapshotFormat)) {
    database.close();
    throw new Error(
      `The snapshot ${file} has format ${found}; this version reads ${snapshotFormat}. Remove the file: it is made anew from the CMS.`,
    );
  }
  return store;
}

interface Row {
  data: string;
}

interface ItemRow extends Row {
  revision: number;
  digest: string;
}

class SqliteSnapshot implements WritableSnapshot {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get epoch(): string {
    return this.meta('epoch');
  }

  get revision(): number {
    return Number(this.meta('revision'));
  }

  meta(key: string): string {
    const row = this.#sql('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
    return row?.value ?? '';
  }

  get<Type extends ItemType>(type: Type, id: string): ItemOf<Type> | undefined {
    return parse(this.#sql('SELECT data FROM item WHERE type = ? AND id = ?').get(type, id));
  }

  bySlug<Type extends PagedType>(type: Type, slug: string): ItemOf<Type> | undefined {
    // Left to itself, SQLite walks all items of the type to have them by id.
    return parse(
      this.#sql(
        'SELECT data FROM item INDEXED BY item_slug WHERE type = ? AND slug = ? ORDER BY id LIMIT 1',
      ).get(type, slug),
    );
  }

  slugs(type: PagedType): { slug: string; sort: string | null }[] {
    const rows = this.#sql('SELECT slug, sort FROM item WHERE type = ? ORDER BY slug, id').all(type);
    return rows as unknown as { slug: string; sort: string | null }[];
  }

  all<Type extends ItemType>(type: Type): ItemOf<Type>[] {
    return parseAll(this.#sql('SELECT data FROM item WHERE type = ? ORDER BY id').all(type));
  }

  site(): ItemOf<'site'> | undefined {
    return this.all('site')[0];
  }

  newest<Type extends ItemType>(type: Type, limit: number, month = ''): ItemOf<Type>[] {
    return parseAll(
      this.#sql(
        `SELECT data FROM item WHERE type = ? AND sort >= ? AND sort < ? || '~' ORDER BY sort DESC, id DESC LIMIT ?`,
      ).all(type, month, month, limit),
    );
  }

  monthsOf(type: ItemType): { month: string; count: number }[] {
    return this.#sql(
      `SELECT substr(sort, 1, 7) AS month, count(*) AS count FROM item
       WHERE type = ? AND sort IS NOT NULL GROUP BY month ORDER BY month DESC`,
    ).all(type) as unknown as { month: string; count: number }[];
  }

  naming<Type extends ItemType>(
    query: ListQuery & { type: Type },
    options: NamingOptions = {},
  ): ItemOf<Type>[] {
    const { where, values } = namingClause(query);
    if (options.before !== undefined) {
      where.push('(edge.sort, edge.from_id) < (?, ?)');
      values.push(options.before.sort, options.before.id);
    }
    if (options.after !== undefined) {
      where.push('(edge.sort, edge.from_id) > (?, ?)');
      values.push(options.after.sort, options.after.id);
    }
    const way = options.after === undefined ? 'DESC' : 'ASC';
    if (options.month !== undefined) {
      where.push("edge.sort >= ? AND edge.sort < ? || '~'");
      values.push(options.month, options.month);
    }
    const rows = this.#sql(
      `SELECT item.data FROM (
         SELECT DISTINCT from_type, from_id, sort FROM edge WHERE ${where.join(' AND ')} ORDER BY sort ${way}, from_id ${way} LIMIT ?
       ) AS edge JOIN item ON item.type = edge.from_type AND item.id = edge.from_id
       ORDER BY edge.sort ${way}, edge.from_id ${way}`,
    ).all(...values, options.limit ?? -1);
    return parseAll(rows);
  }

  months(query: ListQuery): { month: string; count: number }[] {
    const { where, values } = namingClause(query);
    const rows = this.#sql(
      `SELECT substr(sort, 1, 7) AS month, count(DISTINCT from_id) AS count FROM edge
       WHERE ${where.join(' AND ')} AND sort IS NOT NULL GROUP BY month ORDER BY month DESC`,
    ).all(...values) as unknown as { month: string; count: number }[];
    return rows.map(({ month, count }) => ({ month, count }));
  }

  tombstones(): Tombstone[] {
    return parseAll(this.#sql('SELECT data FROM tombstone ORDER BY type, id').all());
  }

  count(): number {
    return Number((this.#sql('SELECT count(*) AS n FROM item').get() as { n: number }).n);
  }

  changesSince(revision: number): Change[] {
    const puts = this.#sql('SELECT * FROM item WHERE revision > ?').all(revision) as unknown as ItemRow[];
    const gone = parseAll<Tombstone>(
      this.#sql('SELECT data FROM tombstone WHERE revision > ?').all(revision),
    );
    return [...puts.map(toPut), ...gone].sort((a, b) => a.revision - b.revision);
  }

  putOf(type: ItemType, id: string): Put | undefined {
    const row = this.#sql('SELECT * FROM item WHERE type = ? AND id = ?').get(type, id);
    return row === undefined ? undefined : toPut(row as unknown as ItemRow);
  }

  named(type: ItemType): string[] {
    const rows = this.#sql('SELECT DISTINCT to_id AS id FROM edge WHERE to_type = ? ORDER BY to_id').all(
      type,
    );
    return (rows as unknown as { id: string }[]).map(({ id }) => id);
  }

  apply(header: FeedHeader, changes: readonly Change[]): void {
    this.#write(header, changes, '');
  }

  replace(header: FeedHeader, changes: readonly Change[]): void {
    this.#write(header, changes, 'DELETE FROM item; DELETE FROM edge; DELETE FROM tombstone;');
  }

  #write(header: FeedHeader, changes: readonly Change[], first: string): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#database.exec(first);
      for (const change of changes) this.#applyOne(change);
      this.#sql("UPDATE meta SET value = ? WHERE key = 'revision'").run(String(header.revision));
      this.#sql("UPDATE meta SET value = ? WHERE key = 'epoch'").run(header.epoch);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #applyOne(change: Change): void {
    const { type, id } = change.kind === 'put' ? change.item : change;
    this.#sql('DELETE FROM edge WHERE from_type = ? AND from_id = ?').run(type, id);
    this.#sql('DELETE FROM item WHERE type = ? AND id = ?').run(type, id);
    this.#sql('DELETE FROM tombstone WHERE type = ? AND id = ?').run(type, id);
    if (change.kind === 'tombstone') {
      this.#sql('INSERT INTO tombstone VALUES (?, ?, ?, ?)').run(
        type,
        id,
        change.revision,
        canonicalJson(change),
      );
      return;
    }
    const { item } = change;
    const sort = sortKeyOf(item) ?? null;
    this.#sql('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      type,
      id,
      slugOf(item),
      sort,
      change.revision,
      change.digest,
      canonicalJson(item),
    );
    const insert = this.#sql('INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const [position, edge] of edgesOf(item).entries()) {
      insert.run(type, id, edge.rel, edge.toType, edge.toId, sort, position);
    }
  }

  #sql(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const made = this.#database.prepare(text);
    this.#prepared.set(text, made);
    return made;
  }
}

function namingClause(query: ListQuery): { where: string[]; values: string[] } {
  const where = ['to_type = ?', 'to_id = ?', 'from_type = ?'];
  const values = [query.owner.type, query.owner.id, query.type] as string[];
  if (query.rels !== undefined) {
    where.push(`rel IN (${query.rels.map(() => '?').join(', ')})`);
    values.push(...query.rels);
  }
  return { where, values };
}

function slugOf(item: Item): string | null {
  return 'slug' in item ? item.slug : null;
}

function toPut({ revision, digest, data }: ItemRow): Put {
  return { kind: 'put', revision, digest, item: JSON.parse(data) as Item };
}

function parse<Value>(row: unknown): Value | undefined {
  return row === undefined ? undefined : (JSON.parse((row as Row).data) as Value);
}

function parseAll<Value>(rows: unknown[]): Value[] {
  return rows.map((row) => JSON.parse((row as Row).data) as Value);
}
