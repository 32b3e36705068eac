/** What a snapshot answers. Every query has a total order: same rows, same order. */
import type { Address } from './addresses.ts';
import type { Item, ItemOf, ItemType } from './content/item.ts';
import type { Delta, ItemChange, Standing } from './delta.ts';
import type { Change, Put, Tombstone } from './feed.ts';
import type { PagedType } from './paths.ts';
import type { ListQuery, NamingOptions, Position, Snapshot, StandingRow } from './snapshot.ts';
import type { Connection } from './snapshot-connection.ts';
import { monthsQuery, namingClause, namingQuery } from './snapshot-naming.ts';
import {
  type Count,
  type IdRow,
  type ItemRow,
  type PendingRow,
  parseAll,
  type Revised,
  type Row,
  toPut,
  type Verdict,
} from './snapshot-rows.ts';
import { mediaOfBytes } from './snapshot-statements.ts';

/** Relations by which an item's page shows a file; not, for instance, what is there to be downloaded. */
const shownRels = "'body', 'cover', 'photo', 'poster'";

export class SnapshotReader implements Snapshot {
  protected readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  get epoch(): string {
    return this.meta('epoch');
  }

  get revision(): number {
    return Number(this.meta('revision'));
  }

  get version(): string {
    return this.connection.version;
  }

  meta(key: string): string {
    const row = this.connection.read('SELECT value FROM meta WHERE key = ?').get(key);
    return (row as { value: string } | undefined)?.value ?? '';
  }

  get<Type extends ItemType>(type: Type, id: string): ItemOf<Type> | undefined {
    return this.connection.item(type, id);
  }

  bySlug<Type extends PagedType>(type: Type, slug: string): ItemOf<Type> | undefined {
    // Left to itself, SQLite walks all items of the type to have them by id.
    const row = this.connection
      .read('SELECT id FROM item INDEXED BY item_slug WHERE type = ? AND slug = ? ORDER BY id LIMIT 1')
      .get(type, slug);
    return row === undefined ? undefined : this.get(type, (row as unknown as IdRow).id);
  }

  slugs(type: PagedType): { slug: string; sort: string | null; at: string | null }[] {
    return this.connection.rows('SELECT slug, sort, at FROM item WHERE type = ? ORDER BY slug, id', type);
  }

  datesOf(type: PagedType, month: string): { slug: string; sort: string; at: string | null }[] {
    return this.connection.rows(
      `SELECT slug, sort, at FROM item WHERE type = ? AND sort >= ? AND sort < ? || '~' ORDER BY sort, id`,
      ...[type, month, month],
    );
  }

  lastChangeOf(type: PagedType, month = ''): string | undefined {
    const text = `SELECT max(at) AS at FROM item WHERE type = ? AND coalesce(substr(sort, 1, 7), '') = ?`;
    return this.connection.rows<{ at: string | null }>(text, type, month)[0]?.at ?? undefined;
  }

  picturesOf(type: PagedType, month?: string): { slug: string; media: string }[] {
    const when = month === undefined ? 'item.sort IS NULL' : "item.sort >= ? AND item.sort < ? || '~'";
    return this.connection.rows(
      `SELECT item.slug, edge.to_id AS media FROM item
       CROSS JOIN edge ON edge.from_type = item.type AND edge.from_id = item.id
       WHERE item.type = ? AND ${when} AND edge.to_type = 'media' AND edge.rel IN (${shownRels})
       ORDER BY item.sort, item.id, edge.rel, edge.position`,
      ...[type, ...(month === undefined ? [] : [month, month])],
    );
  }

  all<Type extends ItemType>(type: Type): ItemOf<Type>[] {
    return this.#items(type, this.connection.rows('SELECT id FROM item WHERE type = ? ORDER BY id', type));
  }

  site(): ItemOf<'site'> | undefined {
    return this.all('site')[0];
  }

  newest<Type extends ItemType>(type: Type, limit: number, month = ''): ItemOf<Type>[] {
    const rows = this.connection.rows<IdRow>(
      `SELECT id FROM item WHERE type = ? AND sort >= ? AND sort < ? || '~' ORDER BY sort DESC, id DESC LIMIT ?`,
      ...[type, month, month, limit],
    );
    return this.#items(type, rows);
  }

  monthsOf(type: ItemType): string[] {
    return this.#months('item', 'type = ?', [type]);
  }

  countOf(type: ItemType, month: string, before?: Position): number {
    const text = `SELECT count(*) AS n FROM item WHERE type = ? AND sort >= ? AND sort < ? || '~'`;
    const older = before === undefined ? [] : [before.sort, before.id];
    const clause = before === undefined ? '' : ' AND (sort, id) < (?, ?)';
    return (this.connection.rows<Count>(text + clause, type, month, month, ...older)[0] as Count).n;
  }

  naming<Type extends ItemType>(
    query: ListQuery & { type: Type },
    options: NamingOptions = {},
  ): ItemOf<Type>[] {
    const { text, values } = namingQuery(query, options);
    return this.#items(query.type, this.connection.rows<IdRow>(text, ...values));
  }

  slugsNaming(query: ListQuery, options: NamingOptions = {}): { id: string; slug: string }[] {
    const { text, values } = namingQuery(query, options);
    return this.connection.rows(
      `SELECT item.id, coalesce(item.slug, '') AS slug FROM (${text}) AS named
       JOIN item ON item.type = ? AND item.id = named.id`,
      ...[...values, query.type],
    );
  }

  months(query: ListQuery): string[] {
    const { where, values } = namingClause(query);
    return this.#months('edge', where.join(' AND '), values);
  }

  countNaming(query: ListQuery, month: string, before?: Position): number {
    const { where, values } = namingClause(query, { month, ...(before && { before }) });
    const text = `SELECT count(DISTINCT from_id) AS n FROM edge WHERE ${where.join(' AND ')}`;
    return (this.connection.rows<Count>(text, ...values)[0] as Count).n;
  }

  linking({ type, slug }: Address): { type: ItemType; id: string }[] {
    const text = `SELECT from_type AS type, from_id AS id FROM link
      WHERE to_type = ? AND slug = ? ORDER BY from_type, from_id`;
    return this.connection.rows(text, type, slug);
  }

  formerly({ type, slug }: Address): Standing {
    const standings = this.formerHolders({ type, slug }).flatMap((id) => this.#revised(type, id) ?? []);
    const live = standings.filter(({ standing }) => standing !== undefined && 'item' in standing);
    const [last] = (live.length > 0 ? live : standings).sort((a, b) => b.revision - a.revision);
    return last?.standing;
  }

  formerHolders({ type, slug }: Address): string[] {
    const text = 'SELECT id FROM alias WHERE type = ? AND slug = ? ORDER BY id';
    return this.connection.rows<IdRow>(text, type, slug).map(({ id }) => id);
  }

  formerAddresses(): Address[] {
    return this.connection.rows<Address>(
      `SELECT DISTINCT type, slug FROM alias
       WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.type = alias.type AND item.slug = alias.slug)
       ORDER BY type, slug`,
    );
  }

  tombstone(type: ItemType, id: string): Tombstone | undefined {
    const row = this.connection.read('SELECT data FROM tombstone WHERE type = ? AND id = ?').get(type, id);
    return row === undefined ? undefined : (JSON.parse((row as unknown as Row).data) as Tombstone);
  }

  tombstones(): Tombstone[] {
    return parseAll(this.connection.read('SELECT data FROM tombstone ORDER BY type, id').all());
  }

  count(): number {
    return (this.connection.read('SELECT count(*) AS n FROM item').get() as { n: number }).n;
  }

  changesSince(revision: number): Change[] {
    const puts = this.connection.read('SELECT * FROM item WHERE revision > ?').all(revision);
    const gone = this.connection.read('SELECT data FROM tombstone WHERE revision > ?').all(revision);
    const changes = [...(puts as unknown as ItemRow[]).map(toPut), ...parseAll<Tombstone>(gone)];
    return changes.sort((a, b) => a.revision - b.revision);
  }

  standingsSince(revision: number): StandingRow[] {
    const text = `SELECT type, id, revision, digest, slug FROM item WHERE revision > ?
      UNION ALL SELECT type, id, revision, NULL, NULL FROM tombstone WHERE revision > ? ORDER BY revision`;
    return this.connection.read(text).all(revision, revision) as unknown as StandingRow[];
  }

  putOf(type: ItemType, id: string): Put | undefined {
    const row = this.connection.read('SELECT * FROM item WHERE type = ? AND id = ?').get(type, id);
    return row === undefined ? undefined : toPut(row as unknown as ItemRow);
  }

  ids(type: ItemType): string[] {
    // The index holds all that is asked; the table's own order would lead past the items.
    const text = 'SELECT id FROM item INDEXED BY item_slug WHERE type = ? ORDER BY id';
    return this.connection.rows<IdRow>(text, type).map(({ id }) => id);
  }

  verdicts(): Verdict[] {
    const rows = this.connection.read('SELECT * FROM verdict ORDER BY sha256').all();
    return (rows as unknown as (Verdict & { lasting: number })[]).map(({ sha256, problem, lasting }) => ({
      ...{ sha256, problem, lasting: Boolean(lasting) },
    }));
  }

  mediaOf(sha256: string): ItemOf<'media'>[] {
    return parseAll(this.connection.read(mediaOfBytes).all(sha256));
  }

  named(type: ItemType): string[] {
    const text = 'SELECT DISTINCT to_id AS id FROM edge WHERE to_type = ? ORDER BY to_id';
    return this.connection.rows<IdRow>(text, type).map(({ id }) => id);
  }

  delta(): Delta {
    const rows = this.connection.read('SELECT type, id, before FROM pending ORDER BY type, id').all();
    return (rows as unknown as PendingRow[])
      .map(({ type, id, before }) => this.#changeOf(type, id, before))
      .sort((a, b) => a.revision - b.revision);
  }

  #changeOf(type: ItemType, id: string, before: string | null): ItemChange {
    const was = before === null ? undefined : (JSON.parse(before) as Standing);
    const now = this.#revised(type, id);
    const act = now?.act;
    const change = { type, id, revision: now?.revision ?? this.revision, before: was, after: now?.standing };
    return act === undefined ? change : { ...change, act };
  }

  /** What a document is now, and since when. */
  #revised(type: ItemType, id: string): Revised | undefined {
    const live = this.connection
      .read('SELECT revision, act, at, data FROM item WHERE type = ? AND id = ?')
      .get(type, id) as Pick<ItemRow, 'revision' | 'act' | 'at' | 'data'> | undefined;
    if (live !== undefined) {
      // With all its texts: a delta is held for longer than the snapshot stands still.
      const item = JSON.parse(live.data) as Item;
      const standing = live.at === null ? { item } : { item, at: live.at };
      return { revision: live.revision, act: live.act ?? undefined, standing };
    }
    const tombstone = this.tombstone(type, id);
    return tombstone && { revision: tombstone.revision, act: tombstone.act, standing: { tombstone } };
  }

  #months(table: 'item' | 'edge', where: string, values: string[]): string[] {
    const rows = this.connection.rows<{ month: string }>(monthsQuery(table, where), ...values, ...values);
    return rows.map(({ month }) => month);
  }

  isNamed(type: ItemType, id: string): boolean {
    const text = 'SELECT 1 FROM edge WHERE to_type = ? AND to_id = ? LIMIT 1';
    return this.connection.read(text).get(type, id) !== undefined;
  }

  #items<Type extends ItemType>(type: Type, rows: readonly IdRow[]): ItemOf<Type>[] {
    return rows.flatMap(({ id }) => this.get(type, id) ?? []);
  }
}
