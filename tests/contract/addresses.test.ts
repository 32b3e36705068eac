/** Addresses that documents had before: kept in the publishing transaction, told by the feed (law 6). */
import type { Tombstone } from '@xinglin/shared/feed.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { startPostgres } from '../rigs/postgres.ts';

describe.each(['SQLite', 'PostgreSQL'])('former addresses on %s', (database) => {
  const ends = new AsyncDisposableStack();
  let cms: Cms;
  let desk: Newsdesk;
  beforeAll(async () => {
    const postgres = database === 'PostgreSQL' ? ends.use(await startPostgres()) : undefined;
    cms = ends.use(await startCms(postgres && { databaseUrl: postgres.url }));
    desk = await openNewsdesk(cms);
  });
  afterAll(() => ends.disposeAsync());

  const articles = () => cms.documents('api::article.article');
  const moveTo = (documentId: string, slug: string) =>
    articles().update({ documentId, data: { slug }, status: 'published' });
  const rowOf = async (type: string, id: string) => {
    const row = await cms.strapi['db']
      .connection('xinglin_presented')
      .where({ type, document_id: id })
      .first();
    return JSON.parse(row.form) as { slug: string; formerSlugs?: string[] };
  };
  const addressesOf = async (id: string) => {
    const { slug, formerSlugs = [] } = await rowOf('article', id);
    return [slug, ...formerSlugs];
  };

  it('join the published form, the newest first, and leave it where one is current again', async () => {
    const id = await desk.published({ title: '搬家', slug: 'one' });
    expect(await rowOf('article', id)).not.toHaveProperty('formerSlugs');
    await moveTo(id, 'two');
    await moveTo(id, 'three');
    expect(await addressesOf(id)).toEqual(['three', 'two', 'one']);
    await moveTo(id, 'one');
    expect(await addressesOf(id)).toEqual(['one', 'three', 'two']);
  });

  it('stay as they are where only the draft has another slug', async () => {
    const id = await desk.published({ title: '草稿另起网址', slug: 'kept' });
    const before = (await cms.feed()).header.revision;
    await articles().update({ documentId: id, data: { slug: 'not-yet' } });
    expect((await cms.feed(before)).changes).toEqual([]);
    await articles().publish({ documentId: id });
    expect((await cms.feed(before)).changes).toMatchObject([
      { kind: 'put', act: '发布', item: { slug: 'not-yet', formerSlugs: ['kept'] } },
    ]);
  });

  it('outlive being off the site, in the tombstone and when it comes back under another', async () => {
    const id = await desk.published({ title: '下线再上', slug: 'first' });
    await moveTo(id, 'second');
    await articles().unpublish({ documentId: id });
    expect(await rowOf('article', id)).toMatchObject({ slug: 'second', formerSlugs: ['first'] });
    await moveTo(id, 'third');
    expect(await addressesOf(id)).toEqual(['third', 'second', 'first']);
    await articles().delete({ documentId: id });
    expect(await rowOf('article', id)).toMatchObject({ slug: 'third', formerSlugs: ['second', 'first'] });
  });

  it('swap between two documents in three saves, and each names where it was', async () => {
    const a = await desk.published({ title: '甲', slug: 'jia' });
    const b = await desk.published({ title: '乙', slug: 'yi' });
    await expect(moveTo(a, 'yi')).rejects.toThrow('已被新闻《乙》使用');
    await moveTo(a, 'passing');
    await moveTo(b, 'jia');
    await moveTo(a, 'yi');
    expect(await addressesOf(a)).toEqual(['yi', 'passing', 'jia']);
    expect(await addressesOf(b)).toEqual(['jia', 'yi']);
  });

  it('may be taken by another document on purpose, never by a slug of ours', async () => {
    const id = await desk.published({ title: '义诊通知' });
    await moveTo(id, 'yi-zhen-lao-wang-zhi');
    const twin = await desk.draft({ title: '义诊通知' });
    expect(twin['slug']).toBe('yi-zhen-tong-zhi-2');
    const taker = await desk.published({ title: '占用', slug: 'yi-zhen-tong-zhi' });
    expect(await addressesOf(id)).toContain('yi-zhen-tong-zhi');
    expect(await addressesOf(taker)).toEqual(['yi-zhen-tong-zhi']);
  });

  it('are kept for hubs as well, and no title moves an address that readers know', async () => {
    const departments = cms.documents('api::department.department');
    const { documentId } = desk.department;
    await departments.update({ documentId, data: { name: '数字医疗中心' } });
    expect(await rowOf('department', documentId)).toMatchObject({ slug: 'xin-xi-zhong-xin' });
    await departments.update({ documentId, data: { visible: false } });
    await departments.update({ documentId, data: { name: '智慧医疗中心', visible: true } });
    expect(await rowOf('department', documentId)).toMatchObject({ slug: 'xin-xi-zhong-xin' });
    await departments.update({ documentId, data: { slug: 'zhi-hui' } });
    expect(await rowOf('department', documentId)).toMatchObject({
      slug: 'zhi-hui',
      formerSlugs: ['xin-xi-zhong-xin'],
    });
  });

  it('number at most fifty: the oldest are let go of', async () => {
    const id = await desk.published({ title: '常搬家', slug: 'now' });
    const since = '2026-01-01T00:00:00.000Z';
    for (let number = 1; number <= 52; number += 1) {
      const row = {
        type: 'article',
        document_id: id,
        slug: `moved-${number}`,
        revision: -100 + number,
        since,
      };
      await cms.strapi['db'].connection('xinglin_address').insert(row);
    }
    await moveTo(id, 'next');
    const { formerSlugs } = await rowOf('article', id);
    expect(formerSlugs).toHaveLength(50);
    expect(formerSlugs?.slice(0, 2)).toEqual(['now', 'moved-52']);
    expect(formerSlugs?.at(-1)).toBe('moved-4');
  });

  it('roll back with the act that would have moved them', async () => {
    const id = await desk.published({ title: '没有搬成', slug: 'stays' });
    const moved = cms.strapi['db'].transaction(async () => {
      await moveTo(id, 'goes');
      throw new Error('called off');
    });
    await expect(moved).rejects.toThrow('called off');
    expect(await addressesOf(id)).toEqual(['stays']);
    await moveTo(id, 'goes-later');
    expect(await addressesOf(id)).toEqual(['goes-later', 'stays']);
  });

  it('and receipts find their place in a database of an earlier version', async () => {
    const { connection } = cms.strapi['db'];
    const id = await desk.published({ title: '旧库', slug: 'jiu-ku' });
    for (const table of ['xinglin_address', 'xinglin_redirect', 'xinglin_named', 'xinglin_trouble']) {
      await connection.schema.dropTable(table);
    }
    await connection.raw('ALTER TABLE xinglin_receipt DROP COLUMN page_count');
    await connection.raw('ALTER TABLE xinglin_receipt DROP COLUMN page_paths');
    await connection.raw('ALTER TABLE xinglin_release DROP COLUMN pinned');
    await connection.raw('CREATE TABLE xinglin_receipt_problem (type VARCHAR(40))');
    const { makeTables } = cms.load('src/publication/tables.js');
    await makeTables(cms.strapi);
    await makeTables(cms.strapi);
    await moveTo(id, 'xin-ku');
    expect(await addressesOf(id)).toEqual(['xin-ku', 'jiu-ku']);
    const pages = { count: 1, paths: ['/news/xin-ku/'] };
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    await cms.load('src/publication/receipts.js').storeReceipts(publication, {
      release: 1,
      at: '2026-11-23T06:02:07Z',
      revision: 1_000_000,
      pinned: 1,
      items: [{ type: 'article', id, revision: 1_000_000, pages }],
      problems: [{ type: 'article', id, level: 'warning', problem: '请看一眼' }],
    });
    const status = await cms.load('src/publication/read-status.js').readStatus(publication, 'article', id);
    expect(status).toMatchObject({ state: '已上线', pinned: 1, pages, troubles: [{ level: 'warning' }] });
  });

  it('come with the act of every row of the feed', async () => {
    const id = await desk.published({ title: '谁做了什么' });
    await articles().unpublish({ documentId: id });
    const { changes, quarantined } = await cms.feed();
    expect(quarantined).toEqual([]);
    expect(changes.every(({ act }) => act !== undefined)).toBe(true);
    const last = changes.at(-1) as Tombstone;
    expect(last).toMatchObject({ kind: 'tombstone', id, act: '下线', reason: 'gone' });
  });
});
