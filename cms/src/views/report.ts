/** What the office is told of views: of one article, and of a month by channel and article. */
import type { Connection } from '../publication/tables.ts';

export interface ArticleViews {
  /** 迁移前浏览次数; undefined where an import brought none. */
  before: number | undefined;
  /** Counted here. */
  since: number;
  today: number;
  /** The last seven and thirty days, today included. */
  week: number;
  month: number;
  /** Newest first. */
  months: { month: string; views: number }[];
  /** When the counter was asked last, ISO 8601; undefined where it never answered. */
  asOf: string | undefined;
}

export interface MonthViews {
  month: string;
  /** All months in which anything was read, newest first. */
  months: string[];
  total: number;
  /** Most read first. A channel that is gone has no name. */
  channels: { id: string; name: string | undefined; views: number; articles: number }[];
  /** The most read, of one channel where one is asked for. An article that is gone may have no title. */
  articles: { id: string; title: string | undefined; channel: string | undefined; views: number }[];
  asOf: string | undefined;
}

/** How many articles a month's list names. */
const mostArticles = 100;
const dayLength = 24 * 3_600_000;

/** The day of the hospital's clock, so many days before a moment. */
function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() + 8 * 3_600_000 - days * dayLength).toISOString().slice(0, 10);
}

/** Views of one article as of a moment. */
export async function articleViews(connection: Connection, id: string, now: Date): Promise<ArticleViews> {
  const rows = (await connection('xinglin_views')
    .where({ document_id: id })
    .groupBy('day')
    .orderBy('day', 'desc')
    .select('day')
    .sum({ views: 'views' })) as unknown as { day: string; views: number | string }[];
  const days = rows.map(({ day, views }) => ({ day, views: Number(views) }));
  const since = (first: string) => sum(days.filter(({ day }) => day >= first));
  const months = new Map<string, number>();
  for (const { day, views } of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + views);
  const today = dayBefore(now, 0);
  return {
    before: await legacyViews(connection, id),
    since: sum(days),
    today: since(today),
    week: since(dayBefore(now, 6)),
    month: since(dayBefore(now, 29)),
    months: [...months].map(([month, views]) => ({ month, views })),
    asOf: await lastAsked(connection),
  };
}

/** A calendar month, `2026-11`; the articles of one channel where its id is given. */
export async function monthViews(
  connection: Connection,
  month: string,
  channel: string | undefined,
): Promise<MonthViews> {
  const ofMonth = () =>
    connection('xinglin_views').where('day', '>=', `${month}-01`).where('day', '<=', `${month}-31`);
  const channels = (await ofMonth()
    .groupBy('channel_id')
    .select('channel_id')
    .sum({ views: 'views' })
    .countDistinct({ articles: 'document_id' })) as unknown as Record<string, string | number>[];
  const articles = (await ofMonth()
    .modify((query: ReturnType<typeof ofMonth>) => {
      if (channel !== undefined) void query.where({ channel_id: channel });
    })
    .groupBy('document_id')
    .select('document_id')
    .sum({ views: 'views' })
    .max({ channel_id: 'channel_id' })
    .orderBy([{ column: 'views', order: 'desc' }, { column: 'document_id' }])
    .limit(mostArticles)) as unknown as Record<string, string | number>[];
  const named = await titlesOf(
    connection,
    'channel',
    channels.map((row) => String(row['channel_id'])),
  );
  const titled = await titlesOf(
    connection,
    'article',
    articles.map((row) => String(row['document_id'])),
  );
  const told = channels.map((row) => ({
    id: String(row['channel_id']),
    name: named.get(String(row['channel_id'])),
    views: Number(row['views']),
    articles: Number(row['articles']),
  }));
  return {
    month,
    months: await monthsWithViews(connection),
    total: sum(told),
    channels: told.sort((a, b) => b.views - a.views || (a.id < b.id ? -1 : 1)),
    articles: articles.map((row) => ({
      id: String(row['document_id']),
      title: titled.get(String(row['document_id'])),
      channel: named.get(String(row['channel_id'])),
      views: Number(row['views']),
    })),
    asOf: await lastAsked(connection),
  };
}

async function monthsWithViews(connection: Connection): Promise<string[]> {
  const rows = (await connection('xinglin_views')
    .distinct(connection.raw('substr(day, 1, 7) AS month'))
    .orderBy('month', 'desc')) as { month: string }[];
  return rows.map(({ month }) => month);
}

async function titlesOf(
  connection: Connection,
  type: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = (await connection('xinglin_presented')
    .where({ type })
    .whereIn('document_id', ids)
    .select('document_id', 'title')) as { document_id: string; title: string | null }[];
  return new Map(rows.flatMap(({ document_id, title }) => (title === null ? [] : [[document_id, title]])));
}

async function legacyViews(connection: Connection, id: string): Promise<number | undefined> {
  const row = (await connection('xinglin_presented')
    .where({ type: 'article', document_id: id })
    .first('form')) as { form: string } | undefined;
  return row === undefined ? undefined : (JSON.parse(row.form) as { legacyViews?: number }).legacyViews;
}

async function lastAsked(connection: Connection): Promise<string | undefined> {
  const row = (await connection('xinglin_views_cursor').where({ id: 1 }).first('asked_at')) as {
    asked_at: string | null;
  };
  return row.asked_at ?? undefined;
}

function sum(rows: readonly { views: number }[]): number {
  return rows.reduce((all, { views }) => all + views, 0);
}
