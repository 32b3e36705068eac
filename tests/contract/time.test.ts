import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { openNewsdesk } from '../rigs/newsdesk.ts';
import { until } from '../rigs/until.ts';

describe('time and address are content', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'xinglin-time-'));
  let cms: Cms;
  beforeAll(async () => {
    cms = await startCms({ dataDir });
  });
  afterAll(async () => {
    await cms[Symbol.asyncDispose]();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const head = async (): Promise<number> =>
    (await cms.strapi['db'].connection('xinglin_head').first('revision')).revision;

  /** Lets the scheduler tick at an instant. @returns what came into the feed. */
  async function tickAt(instant: string) {
    const before = await head();
    cms.setClock(new Date(instant));
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    await cms.load('src/publication/represent.js').representDue(publication);
    return (await cms.feed(before)).changes;
  }

  it('ends a pin, begins and ends 停诊, and lets a notice run out, each at its moment and once', async () => {
    cms.setClock(new Date('2025-11-20T00:00:00Z'));
    const desk = await openNewsdesk(cms);
    const pinned = await desk.published({ pinnedUntil: '2025-11-21T00:00:00.000Z' });
    const notices = cms.documents('api::notice.notice');
    const notice = await notices.create({
      data: {
        title: '停诊通知',
        body: '请互相转告。',
        category: '停诊',
        channel: desk.channel.documentId,
        deadline: '2025-11-30T09:00:00.000Z',
        suspensions: [{ from: '2025-11-23', until: '2025-11-24', session: '上午' }],
      },
      status: 'published',
    });
    const state = (text: string, expired = false) => ({
      item: { id: notice.documentId, expired, suspensions: [{ state: text }] },
    });
    expect(await tickAt('2025-11-20T23:59:59Z')).toEqual([]);
    expect(await tickAt('2025-11-21T00:00:00Z')).toMatchObject([{ item: { id: pinned, pinned: false } }]);
    expect(await tickAt('2025-11-21T00:00:20Z')).toEqual([]);
    expect(await tickAt('2025-11-22T15:59:59Z')).toEqual([]);
    expect(await tickAt('2025-11-22T16:00:00Z'), 'midnight in Shanghai').toMatchObject([state('进行中')]);
    expect(await tickAt('2025-11-24T16:00:00Z'), 'the last day is over').toMatchObject([state('已结束')]);
    expect(await tickAt('2025-11-30T09:00:00Z')).toMatchObject([
      { ...state('已结束', true), at: '2025-11-30T09:00:00.000Z' },
    ]);
    expect(await tickAt('2025-12-30T09:00:00Z')).toEqual([]);
    const row = await cms.strapi['db'].connection('xinglin_change').orderBy('revision', 'desc').first();
    expect(row).toMatchObject({ act: '到时', at: '2025-11-30T09:00:00.000Z' });
  });

  it('presents everything anew at boot where the site’s address changed, and nothing where it did not', async () => {
    cms.setClock(undefined);
    const before = await head();
    const { changes } = await cms.feed(0);
    const [settings] = changes.filter((change) => change.kind === 'put' && change.item.type === 'site');
    const { at } = settings as { at?: string };
    expect(at).toMatch(/Z$/);
    await cms[Symbol.asyncDispose]();
    cms = await startCms({ dataDir });
    expect(await head()).toBe(before);
    await cms[Symbol.asyncDispose]();
    cms = await startCms({ dataDir, siteUrl: 'https://www.another.test/' });
    expect((await cms.feed(before)).changes).toMatchObject([
      // It was no editor who changed it.
      { kind: 'put', act: '重新呈现', at, item: { type: 'site', url: 'https://www.another.test' } },
    ]);
  });

  it('catches up at boot with what came due while the CMS was down', async () => {
    cms.setClock(new Date('2025-01-01T00:00:00Z'));
    const desk = await openNewsdesk(cms);
    const id = await desk.published({ title: '停机时到期', pinnedUntil: '2025-01-02T00:00:00.000Z' });
    const before = await head();
    await cms[Symbol.asyncDispose]();
    cms = await startCms({ dataDir, siteUrl: 'https://www.another.test/', env: { XINGLIN_SCHEDULER: 'on' } });
    const changes = await until('the scheduler’s first tick', async () => {
      const feed = await cms.feed(before);
      return feed.changes.length > 0 && feed.changes;
    });
    expect(changes).toMatchObject([{ kind: 'put', item: { id, pinned: false } }]);
  });

  it('quarantines by name what no longer fits the contract, and leaves its last good form live', async () => {
    const articles = cms.documents('api::article.article');
    const [live] = await articles.findMany({ status: 'published', limit: 1 });
    const channels = cms.documents('api::channel.channel');
    for (const { documentId } of await channels.findMany()) await channels.delete({ documentId });
    const before = await head();
    const { connection } = cms.strapi['db'];
    await connection('xinglin_head').update({ basis: 'presenters of an older version' });
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    await cms.load('src/publication/represent.js').representAll(publication);
    expect(await head()).toBe(before);
    const row = await connection('xinglin_quarantine').where({ document_id: live?.documentId }).first();
    expect(row.title).toBe(live?.['title']);
    expect(row.problem).toContain('“主栏目”必须填写');
    const feed = await cms.feed(0);
    expect(
      feed.changes.filter((change) => change.kind === 'put' && change.item.type === 'article'),
    ).toHaveLength(2);
  });
});
