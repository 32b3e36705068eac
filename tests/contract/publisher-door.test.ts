import { canonicalJson } from '@xinglin/shared/canonical.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { readFeed } from '@xinglin/shared/feed-rows.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { signIn } from '../rigs/office.ts';
import { until } from '../rigs/until.ts';

describe('the publisher’s way into the CMS', () => {
  let cms: Cms;
  let desk: Newsdesk;
  beforeAll(async () => {
    cms = await startCms();
    desk = await openNewsdesk(cms);
  });
  afterAll(() => cms[Symbol.asyncDispose]());

  const post = (path: string, body: unknown, token: string) =>
    fetch(`${cms.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const sha256 = '0'.repeat(64);
  const doors = ['/api/xinglin/feed', '/api/xinglin/feed/wait?seconds=0', `/api/xinglin/media/${sha256}`];

  it.each(doors)('%s refuses strangers, wrong tokens and the intake', async (door) => {
    expect((await fetch(`${cms.url}${door}`)).status).toBe(401);
    expect((await cms.get(door, 'wrong')).status).toBe(401);
    expect((await cms.get(door, cms.intakeToken)).status).toBe(403);
    expect([200, 404]).toContain((await cms.get(door)).status);
  });

  it.each([
    '/api/articles',
    '/api/articles?status=draft',
    '/api/departments',
    '/api/site',
    '/api/upload/files',
    '/api/xinglin/intake/find?type=department&name=x',
    '/api/users',
    '/admin/users',
    '/content-manager/collection-types/api::article.article',
    '/xinglin/status/article/abc',
    '/xinglin/targets?words=abc',
  ])('its token reaches nothing else: %s', async (path) => {
    expect([401, 403, 404]).toContain((await cms.get(path)).status);
  });

  it.each(['/api/xinglin/intake/documents', '/api/xinglin/intake/media', '/api/upload', '/api/articles'])(
    'its token writes nothing else: %s',
    async (path) => {
      expect([401, 403, 404, 405]).toContain((await post(path, {}, cms.publisherToken)).status);
    },
  );

  it('serves no uploaded file’s neighbour by path', async () => {
    for (const path of ['../../data.db', '..%2F..%2Fdata.db', 'data.db']) {
      expect((await cms.get(`/api/xinglin/media/${path}`)).status).toBe(404);
    }
  });

  it('answers a cursor that is no revision with a sentence, and one ahead of the head with its own epoch', async () => {
    for (const since of ['-1', '1.5', 'x', '99999999999']) {
      const answer = await cms.get(`/api/xinglin/feed?since=${since}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('Send 0 for everything');
    }
    const ahead = await cms.feed(1_000_000);
    expect(ahead.changes).toEqual([]);
    expect(ahead.header.revision).toBeLessThan(1_000_000);
    expect(ahead.header.epoch).toBe((await cms.feed(0)).header.epoch);
  });

  const someoneWaits = () => {
    const { waiters } = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    return until('the publisher to wait', () => waiters.count > 0);
  };

  it('wakes a waiting publisher at the commit, not at the end of its wait', async () => {
    const { revision } = (await cms.feed(0)).header;
    const began = performance.now();
    const waiting = cms.get(`/api/xinglin/feed/wait?since=${revision}&seconds=25`);
    await someoneWaits();
    await desk.published({ title: '叫醒' });
    expect(await (await waiting).json()).toEqual({ revision: revision + 1 });
    expect(performance.now() - began).toBeLessThan(10_000);
    const timedOut = await cms.get(`/api/xinglin/feed/wait?since=${revision + 1}&seconds=1`);
    expect(await timedOut.json()).toEqual({ revision: revision + 1 });
  });

  it('notices what another instance committed, which wakes nobody here', async () => {
    const { revision } = (await cms.feed(0)).header;
    const waiting = cms.get(`/api/xinglin/feed/wait?since=${revision}&seconds=25`);
    await someoneWaits();
    await cms.strapi['db'].connection('xinglin_head').increment('revision', 1);
    expect(await (await waiting).json()).toEqual({ revision: revision + 1 });
  });

  it('gives one moment: what is presented anew while the feed is read is still in it as it was', async () => {
    const id = await desk.published({ title: '读到一半' });
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    const source = await cms.load('src/publication/feed-source.js').openFeedSource(publication, 0);
    await cms
      .documents('api::article.article')
      .update({ documentId: id, data: { title: '改了' }, status: 'published' });
    const lines: string[] = [];
    for await (const line of source.lines()) lines.push(line);
    expect(lines.filter((line) => line.includes(id))).toHaveLength(1);
    expect(lines.join('\n')).toContain('读到一半');
    expect(Math.max(...lines.map((line) => JSON.parse(line).revision))).toBe(source.head.revision);
  });

  it('takes receipts up without a change row, and shows the office what is live', async () => {
    const office = await signIn(cms.url);
    const status = async (type: string, id: string) =>
      (await office.request('GET', `/xinglin/status/${type}/${id}`)).json;
    const { documentId: id } = await desk.draft({ title: '上线' });
    expect(await status('article', id)).toEqual({ state: '草稿' });
    await cms.documents('api::article.article').publish({ documentId: id });
    expect(await status('article', id)).toEqual({ state: '发布中' });
    const feed = await cms.feed(0);
    const change = feed.changes.at(-1);
    const { revision } = feed.header;
    const item = {
      type: 'article',
      id,
      revision,
      digest: change?.kind === 'put' ? change.digest : '',
      path: '/news/shang-xian/',
      url: 'https://www.example.test/news/shang-xian/',
      pages: { count: 31, paths: ['/', '/news/shang-xian/'] },
    };
    const receipts = { release: 7, at: '2026-11-23T06:02:07.000Z', revision, items: [item], problems: [] };
    for (const _twice of [1, 2]) {
      expect((await post('/api/xinglin/receipts', receipts, cms.publisherToken)).status).toBe(204);
    }
    expect((await cms.feed(0)).header.revision).toBe(revision);
    const { url, path, digest } = item;
    const pages = { ...item.pages, siteUrl: 'https://www.example.test' };
    const live = { state: '已上线', url, path, digest, release: 7, at: receipts.at, pages };
    expect(await status('article', id)).toEqual(live);
    const troubles = [
      { level: 'problem', problem: '图片3.jpg 还没有上传' },
      { level: 'warning', problem: '正文里的链接 /news/mei-you/ 没有这一页，读者只看到文字' },
    ];
    const problems = troubles.map((trouble) => ({ type: 'article', id, ...trouble }));
    const next = { ...receipts, items: [], at: '2026-11-23T06:02:08Z' };
    const send = (part: object) => post('/api/xinglin/receipts', part, cms.publisherToken);
    await send({ ...next, release: 8, problems, pinned: 6 });
    expect(await status('article', id)).toEqual({ ...live, troubles, pinned: 6 });
    await send({
      ...receipts,
      items: [{ ...item, pages: undefined, url: undefined }],
      at: '2026-11-23T06:02:06Z',
    });
    expect(await status('article', id), 'a late part of an older release').toEqual({
      ...live,
      troubles,
      pinned: 6,
    });
    // A publisher that lost its state counts its releases anew.
    await send({ ...next, release: 1, at: '2026-11-23T06:02:09Z' });
    expect(await status('article', id)).toEqual(live);
    await cms.documents('api::article.article').unpublish({ documentId: id });
    expect(await status('article', id)).toEqual({ state: '已下线', underway: true });
    const gone = { type: 'article', id, revision: revision + 1 };
    await send({ ...next, release: 2, revision: revision + 1, items: [gone], at: '2026-11-23T06:02:10.5Z' });
    expect(await status('article', id)).toEqual({
      state: '已下线',
      release: 2,
      at: '2026-11-23T06:02:10.500Z',
    });
    expect((await office.request('GET', '/xinglin/status/nonsense/x')).status).toBe(404);
  });

  it('refuses receipts that do not follow their format, and says where', async () => {
    const answer = await post('/api/xinglin/receipts', { release: 0, items: [{}] }, cms.publisherToken);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('items.0.type');
    expect((await post('/api/xinglin/receipts', {}, cms.intakeToken)).status).toBe(403);
    expect((await post('/api/xinglin/receipts', {}, 'wrong')).status).toBe(401);
  });

  it('streams ten thousand rows in pages', async () => {
    const { connection } = cms.strapi['db'];
    const { revision } = (await cms.feed(0)).header;
    const [sample] = await connection('xinglin_presented').where({ type: 'article', state: 'live' }).limit(1);
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const item = { ...JSON.parse(sample.form), id: `bulk${index}` };
      const stored = { form: canonicalJson(item), digest: formDigest(item) };
      return { ...sample, ...stored, document_id: item.id, revision: revision + 1 + index };
    });
    await connection.batchInsert('xinglin_presented', rows, 90);
    await connection('xinglin_head').update({ revision: revision + 10_000 });
    const answer = await cms.get('/api/xinglin/feed?since=0');
    const text = await answer.text();
    expect(answer.headers.get('content-length'), 'streamed, not gathered').toBeNull();
    expect(text.split('\n').length).toBeGreaterThan(10_000);
    expect(() => readFeed(text)).not.toThrow();
    await connection('xinglin_presented').where('document_id', 'like', 'bulk%').delete();
  });
});
