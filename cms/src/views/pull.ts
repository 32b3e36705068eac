/** Brings what the view counter counted into the CMS's own table, behind a cursor. */
import type { Core } from '@strapi/strapi';
import type { Connection } from '../publication/tables.ts';
import { askCounter, type CounterPlace, type Told, type ToldDay } from './ask-counter.ts';

interface Cursor {
  epoch: string;
  seq: number;
}

/** Rows of one statement. */
const portion = 500;

/**
 * Takes up all that changed since the last time. Rows carry a day's whole count, so that taking one up twice, or by
 * two instances, changes nothing.
 * @returns how many rows were told. @throws Error in Chinese where the counter does not answer.
 */
export async function pullViews(strapi: Core.Strapi, place: CounterPlace, now: Date): Promise<number> {
  let taken = 0;
  for (;;) {
    const cursor = await readCursor(strapi);
    const told = await fromStart(place, cursor, await askCounter(place, cursor.seq));
    await store(strapi, told, now);
    taken += told.days.length;
    const last = told.days.at(-1)?.seq;
    if (last === undefined || last >= told.head) return taken;
  }
}

/** Another counter, or an older state of this one: everything is asked for again. */
async function fromStart(place: CounterPlace, { epoch, seq }: Cursor, told: Told): Promise<Told> {
  const isSame = told.epoch === epoch && told.head >= seq;
  return isSame || seq === 0 ? told : askCounter(place, 0);
}

async function readCursor(strapi: Core.Strapi): Promise<Cursor> {
  const row = (await strapi.db.connection('xinglin_views_cursor').where({ id: 1 }).first('epoch', 'seq')) as {
    epoch: string;
    seq: number | string;
  };
  return { epoch: row.epoch, seq: Number(row.seq) };
}

async function store(strapi: Core.Strapi, { epoch, days, head }: Told, now: Date): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    for (let from = 0; from < days.length; from += portion) {
      await storePortion(trx, epoch, days.slice(from, from + portion));
    }
    const seq = days.at(-1)?.seq ?? head;
    await trx('xinglin_views_cursor').where({ id: 1 }).update({ epoch, seq, asked_at: now.toISOString() });
  });
}

async function storePortion(trx: Connection, epoch: string, days: readonly ToldDay[]): Promise<void> {
  const channels = await channelsOf(trx, new Set(days.map(({ id }) => id)));
  const rows = days.map(({ id, day, count }) => ({
    document_id: id,
    day,
    epoch,
    views: count,
    channel_id: channels.get(id) ?? '',
  }));
  // A count never falls; an article that is gone keeps the channel in which it was read.
  await trx('xinglin_views')
    .insert(rows)
    .onConflict(['document_id', 'day', 'epoch'])
    .merge({
      views: trx.raw(
        'CASE WHEN excluded.views > xinglin_views.views THEN excluded.views ELSE xinglin_views.views END',
      ),
      channel_id: trx.raw(
        "CASE WHEN excluded.channel_id = '' THEN xinglin_views.channel_id ELSE excluded.channel_id END",
      ),
    });
}

/** The main channel of each article that is live. */
async function channelsOf(trx: Connection, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const rows = (await trx('xinglin_presented')
    .where({ type: 'article', state: 'live' })
    .whereIn('document_id', [...ids])
    .select('document_id', 'form')) as { document_id: string; form: string }[];
  return new Map(
    rows.map(({ document_id, form }) => [document_id, (JSON.parse(form) as { channel: string }).channel]),
  );
}
