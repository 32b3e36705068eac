/** What a snapshot answers. Every query has a total order: same rows, same order. */
import type { Item, ItemOf, ItemType } from './content/item.ts';
import type { Change, Put, Tombstone } from './feed.ts';
import type { PagedType } from './paths.ts';
import type { ListQuery, NamingOptions, Snapshot } from './snapshot.ts';
import type { Connection } from './snapshot-connection.ts';

interface Row {
  data: string;
}

interface IdRow {
  id: string;
}

interface ItemRow extends Row {
  revision: number;
  digest: string;
}

interface Month {
  month: string;
  count: number;
}

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

  slugs(type: PagedType): { slug: string; sort: string | null }[] {
    return this.connection.rows('SELECT slug, sort FROM item WHERE type = ? ORDER BY slug, id', type);
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

  monthsOf(type: ItemType): Month[] {
    return this.connection.rows<Month>(
      `SELECT substr(sort, 1, 7) AS month, count(*) AS count FROM item
       WHERE type = ? AND sort IS NOT NULL GROUP BY month ORDER BY month DESC`,
      type,
    );
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
    const rows = this.connection.rows<IdRow>(
      `SELECT DISTINCT from_id AS id, sort FROM edge WHERE ${where.join(' AND ')} ORDER BY sort ${way}, from_id ${way} LIMIT ?`,
      ...[...values, options.limit ?? -1],
    );
    return this.#items(query.type, rows);
  }

  months(query: ListQuery): Month[] {
    const { where, values } = namingClause(query);
    const rows = this.connection.rows<Month>(
      `SELECT substr(sort, 1, 7) AS month, count(DISTINCT from_id) AS count FROM edge
       WHERE ${where.join(' AND ')} AND sort IS NOT NULL GROUP BY month ORDER BY month DESC`,
      ...values,
    );
    return rows.map(({ month, count }) => ({ month, count }));
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

  putOf(type: ItemType, id: string): Put | undefined {
    const row = this.connection.read('SELECT * FROM item WHERE type = ? AND id = ?').get(type, id);
    return row === undefined ? undefined : toPut(row as unknown as ItemRow);
  }

  named(type: ItemType): string[] {
    const text = 'SELECT DISTINCT to_id AS id FROM edge WHERE to_type = ? ORDER BY to_id';
    return this.connection.rows<IdRow>(text, type).map(({ id }) => id);
  }

  #items<Type extends ItemType>(type: Type, rows: readonly IdRow[]): ItemOf<Type>[] {
    return rows.flatMap(({ id }) => this.get(type, id) ?? []);
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

function toPut({ revision, digest, data }: ItemRow): Put {
  return { kind: 'put', revision, digest, item: JSON.parse(data) as Item };
}

function parseAll<Value>(rows: unknown[]): Value[] {
  return rows.map((row) => JSON.parse((row as Row).data) as Value);
}
