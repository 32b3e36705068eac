/** The office sees what was read: the CMS asks a real counter, by article, channel and month. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { counterToken, openCounter, type TestCounter } from '../rigs/counter.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { type Office, signIn } from '../rigs/office.ts';
import { startPostgres } from '../rigs/postgres.ts';

interface Article {
  before?: number;
  since: number;
  today: number;
  week: number;
  month: number;
  months: { month: string; views: number }[];
  asOf?: string;
}
interface Month {
  month: string;
  months: string[];
  total: number;
  channels: { id: string; name?: string; views: number; articles: number }[];
  articles: { id: string; title?: string; channel?: string; views: number }[];
}

/** Noon in Shanghai. */
const now = new Date('2026-11-24T04:00:00.000Z');

describe.each([
  { name: 'SQLite', database: undefined },
  { name: 'PostgreSQL', database: startPostgres },
])('on $name', ({ database }) => {
  let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let cms: Cms;
  let desk: Newsdesk;
  let office: Office;
  let counter: TestCounter;
  let ids: { news: string; second: string; other: string };
  beforeAll(async () => {
    postgres = await database?.();
    cms = await startCms(postgres === undefined ? {} : { databaseUrl: postgres.url });
    desk = await openNewsdesk(cms);
    office = await signIn(cms.url);
    const { documentId: channel } = await cms
      .documents('api::channel.channel')
      .create({ data: { name: '健康科普', category: '科普' } });
    ids = {
      news: await desk.published({ title: '义诊预告', legacyViews: 1200 }),
      second: await desk.published({ title: '新院区启用' }),
      other: await desk.published({ title: '冬季养生', channel }),
    };
  });
  afterAll(async () => {
    await cms?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    cms.setClock(now);
    await cms.strapi['db'].connection('xinglin_views').delete();
    await cms.strapi['db'].connection('xinglin_views_cursor').update({ epoch: '', seq: 0, asked_at: null });
    counter = await openCounter(Object.values(ids), { saveEvery: 20 });
  });
  afterEach(() => counter[Symbol.asyncDispose]());

  const pull = (token = counterToken, url = counter.url): Promise<number> =>
    cms.load('src/views/pull.js').pullViews(cms.strapi, { url, token }, now);
  const ask = async <Answer>(path: string) => (await office.request('GET', path)).json as Answer;
  const article = (id: string) => ask<Article>(`/xinglin/views/${id}`);
  const month = (query = '') => ask<Month>(`/xinglin/views${query}`);

  test('each article, channel and month has its number, and asking again changes none', async () => {
    await counter.readOn('2026-11-24', { [ids.news]: 3, [ids.second]: 2, [ids.other]: 4 });
    await counter.readOn('2026-11-20', { [ids.news]: 10 });
    await counter.readOn('2026-10-31', { [ids.news]: 100 });
    for (let time = 0; time < 2; time += 1) {
      await pull();
      expect(await article(ids.news)).toEqual({
        before: 1200,
        since: 113,
        today: 3,
        week: 13,
        month: 113,
        months: [
          { month: '2026-11', views: 13 },
          { month: '2026-10', views: 100 },
        ],
        asOf: now.toISOString(),
      });
      const november = await month();
      expect([november.month, november.months, november.total]).toEqual([
        '2026-11',
        ['2026-11', '2026-10'],
        19,
      ]);
      expect(november.channels).toEqual([
        { id: desk.channel.documentId, name: '医院新闻', views: 15, articles: 2 },
        { id: expect.any(String), name: '健康科普', views: 4, articles: 1 },
      ]);
      expect(november.articles.map(({ title, channel, views }) => [title, channel, views])).toEqual([
        ['义诊预告', '医院新闻', 13],
        ['冬季养生', '健康科普', 4],
        ['新院区启用', '医院新闻', 2],
      ]);
      expect((await month('?month=2026-10')).total).toBe(100);
      expect((await month('?month=2026-09')).articles).toEqual([]);
      const ofChannel = await month(`?channel=${desk.channel.documentId}`);
      expect(ofChannel.articles.map(({ title }) => title)).toEqual(['义诊预告', '新院区启用']);
    }
  });

  test('what is told later is added: only what changed is asked for', async () => {
    await counter.readOn('2026-11-24', { [ids.news]: 3, [ids.second]: 2 });
    expect(await pull()).toBe(2);
    expect(await pull()).toBe(0);
    await counter.readOn('2026-11-24', { [ids.news]: 1 });
    expect(await pull()).toBe(1);
    expect((await article(ids.news)).today).toBe(4);
  });

  test('a counter that began anew adds to what was counted before', async () => {
    await counter.readOn('2026-11-24', { [ids.news]: 3 });
    await pull();
    await counter[Symbol.asyncDispose]();
    counter = await openCounter(Object.values(ids), { saveEvery: 20 });
    await counter.readOn('2026-11-24', { [ids.news]: 2, [ids.second]: 1 });
    await pull();
    expect((await article(ids.news)).today).toBe(5);
    expect((await month()).total).toBe(6);
  });

  test('a cursor that is ahead of the counter, as after a restore, begins again and nothing falls', async () => {
    await counter.readOn('2026-11-24', { [ids.news]: 3 });
    await pull();
    await cms.strapi['db'].connection('xinglin_views_cursor').update({ seq: 999 });
    await counter.readOn('2026-11-24', { [ids.second]: 1 });
    await pull();
    expect((await month()).total).toBe(4);
  });

  test('an article that moved takes along nothing that was read before, and one that is gone leaves its channel the number', async () => {
    const id = await desk.published({ title: '要搬走的' });
    await counter[Symbol.asyncDispose]();
    counter = await openCounter([id], { saveEvery: 20 });
    await counter.readOn('2026-11-23', { [id]: 7 });
    await pull();
    const { documentId: channel } = await cms
      .documents('api::channel.channel')
      .create({ data: { name: '新栏目', category: '新闻' } });
    await cms.documents('api::article.article').update({ documentId: id, data: { channel } });
    await cms.documents('api::article.article').publish({ documentId: id });
    await counter.readOn('2026-11-24', { [id]: 1 });
    await pull();
    const named = async () => (await month()).channels.map(({ name, views }) => [name, views]);
    expect(await named()).toEqual([
      ['医院新闻', 7],
      ['新栏目', 1],
    ]);
    await cms.documents('api::article.article').delete({ documentId: id });
    await counter.readOn('2026-11-24', { [id]: 1 });
    await pull();
    expect(await named()).toEqual([
      ['医院新闻', 7],
      ['新栏目', 2],
    ]);
  });

  test('a counter that is away or does not know us is named, and nothing is lost', async () => {
    await counter.readOn('2026-11-24', { [ids.news]: 3 });
    await expect(pull('wrong')).rejects.toThrow('不认这个令牌：请检查 XINGLIN_COUNTER_TOKEN');
    await expect(pull(counterToken, 'http://127.0.0.1:9')).rejects.toThrow(
      '连不上浏览计数 http://127.0.0.1:9',
    );
    await expect(pull(counterToken, cms.url)).rejects.toThrow('应答');
    await pull();
    expect((await article(ids.news)).since).toBe(3);
  });

  test('strangers are told nothing, and a question that makes no sense is refused', async () => {
    for (const path of [`/xinglin/views/${ids.news}`, '/xinglin/views']) {
      expect((await fetch(`${cms.url}${path}`)).status).toBe(401);
      expect([401, 403]).toContain((await cms.get(path)).status);
    }
    for (const query of ['?month=2026-13', '?month=x', '?channel=%27', '?month=2026-01&month=2026-02'])
      expect((await office.request('GET', `/xinglin/views${query}`)).status, query).toBe(400);
    expect(await article('unknown')).toMatchObject({ since: 0, months: [] });
  });
});
