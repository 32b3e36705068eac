import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { historyAct, perform } from '../rigs/history.ts';
import { Memory } from '../rigs/memory.ts';
import { differences, presentedState, replay, type State } from '../rigs/oracle.ts';
import { type Postgres, startPostgres } from '../rigs/postgres.ts';

const seed = Number(process.env['XINGLIN_TEST_SEED'] ?? Date.now() % 1_000_000_000);

describe(`the feed on PostgreSQL (seed ${seed})`, () => {
  let postgres: Postgres;
  let cms: Cms;
  beforeAll(async () => {
    postgres = await startPostgres();
    cms = await startCms({ databaseUrl: postgres.url });
  });
  afterAll(async () => {
    await cms[Symbol.asyncDispose]();
    await postgres[Symbol.asyncDispose]();
  });

  const head = async (): Promise<number> =>
    (await cms.strapi['db'].connection('xinglin_head').first('revision')).revision;

  it('gives exactly the presented state after a random history', async () => {
    const history = fc.array(historyAct, { minLength: 120, maxLength: 120 });
    let cursor = 0;
    let state: State = new Map();
    const memory = new Memory();
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        for (const act of acts) {
          await perform(cms, act, memory);
          expect(await differences(cms.strapi), JSON.stringify(act)).toEqual([]);
          expect(await memory.contradictions(cms.strapi), JSON.stringify(act)).toEqual([]);
        }
        const feed = await cms.feed(cursor);
        state = replay(state, feed.changes);
        cursor = feed.header.revision;
        expect(state).toEqual(await presentedState(cms.strapi));
      }),
      { seed, numRuns: 1, endOnFailure: true, includeErrorInReport: true },
    );
  });

  it('commits concurrent publishes in the order of their revisions: a reader never misses one', async () => {
    const channel = await cms
      .documents('api::channel.channel')
      .create({ data: { name: '并发', category: '新闻' } });
    const articles = cms.documents('api::article.article');
    const drafts = [];
    for (let number = 0; number < 16; number += 1) {
      const data = {
        title: `并发新闻${number}`,
        body: '正文',
        channel: channel.documentId,
        sources: [{ kind: '外部单位', label: '卫生健康委' }],
      };
      drafts.push(await articles.create({ data }));
    }
    const start = await head();
    const seen: number[] = [];
    let cursor = start;
    let publishing = true;
    const reader = (async () => {
      while (publishing || cursor < (await head())) {
        const feed = await cms.feed(cursor);
        seen.push(...feed.changes.map(({ revision }) => revision));
        cursor = feed.header.revision;
      }
    })();
    await Promise.all(drafts.map(({ documentId }) => articles.publish({ documentId })));
    publishing = false;
    await reader;
    expect(seen).toEqual(drafts.map((_, index) => start + 1 + index));
  });

  it('lets a bulk publish and single publishes of the same articles end without a deadlock', async () => {
    const articles = cms.documents('api::article.article');
    const rows = await articles.findMany({
      filters: { title: { $startsWith: '并发新闻' } },
      fields: ['documentId'],
    });
    const ids = rows.map(({ documentId }) => documentId);
    const manager = cms.strapi['plugin']('content-manager').service('document-manager');
    await Promise.all([
      manager.publishMany('api::article.article', ids),
      manager.unpublishMany([...ids].reverse(), 'api::article.article'),
      ...ids.map((documentId) => articles.publish({ documentId })),
    ]);
    expect(await differences(cms.strapi)).toEqual([]);
  });

  it('presents what is due once, however many instances tick', async () => {
    const articles = cms.documents('api::article.article');
    // One of its own: what the race above left published is anybody's guess, possibly nothing.
    const [draft] = await articles.findMany({ filters: { title: '并发新闻0' } });
    const documentId = draft?.documentId as string;
    expect(await articles.publish({ documentId })).toMatchObject({ documentId });
    cms.setClock(new Date('2027-01-01T00:00:00Z'));
    await articles.update({
      documentId,
      data: { pinnedUntil: '2027-01-02T00:00:00.000Z' },
      status: 'published',
    });
    const before = await head();
    cms.setClock(new Date('2027-01-02T00:00:01Z'));
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    const { representDue } = cms.load('src/publication/represent.js');
    await Promise.all([representDue(publication), representDue(publication), representDue(publication)]);
    // The random history may have left others that are due meanwhile: each is one revision and one row of the feed.
    const { changes } = await cms.feed(before);
    expect(await head()).toBe(before + changes.length);
    const own = changes.filter((change) => change.kind === 'put' && change.item.id === documentId);
    expect(own).toMatchObject([{ item: { pinned: false } }]);
  });
});
