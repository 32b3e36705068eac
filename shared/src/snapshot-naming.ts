/** How "who names this?" is put to the edges' index. */
import type { ListQuery, NamingOptions } from './snapshot.ts';

type Values = (string | number)[];

/** The ids of what names an owner, in the order that the options ask for. */
export function namingQuery(query: ListQuery, options: NamingOptions): { text: string; values: Values } {
  const { where, values } = namingClause(query, options);
  const way = options.after === undefined ? 'DESC' : 'ASC';
  const text = `SELECT DISTINCT from_id AS id, sort FROM edge WHERE ${where.join(' AND ')}
    ORDER BY sort ${way}, from_id ${way} LIMIT ?`;
  return { text, values: [...values, options.limit ?? -1] };
}

/** What the edges must meet. */
export function namingClause(
  query: ListQuery,
  { before, after, month }: NamingOptions = {},
): { where: string[]; values: string[] } {
  const where = ['to_type = ?', 'to_id = ?', 'from_type = ?'];
  const values = [query.owner.type, query.owner.id, query.type] as string[];
  const add = (clause: string, ...more: readonly string[]) => {
    where.push(clause);
    values.push(...more);
  };
  if (query.rels !== undefined) add(`rel IN (${query.rels.map(() => '?').join(', ')})`, ...query.rels);
  if (before !== undefined) add('(edge.sort, edge.from_id) < (?, ?)', before.sort, before.id);
  if (after !== undefined) add('(edge.sort, edge.from_id) > (?, ?)', after.sort, after.id);
  if (month !== undefined) add("edge.sort >= ? AND edge.sort < ? || '~'", month, month);
  return { where, values };
}

/** The months of an indexed list, newest first, found by leaping from each to the next older one. */
export function monthsQuery(table: 'item' | 'edge', where: string): string {
  return `WITH RECURSIVE months (month) AS (
      SELECT (SELECT substr(max(sort), 1, 7) FROM ${table} WHERE ${where})
      UNION ALL
      SELECT (SELECT substr(max(sort), 1, 7) FROM ${table} WHERE ${where} AND sort < months.month)
      FROM months WHERE months.month IS NOT NULL
    ) SELECT month FROM months WHERE month IS NOT NULL`;
}
