/** Slugs as the whole CMS gives them: for every caller, at once, and with the database's own word. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { startPostgres } from '../rigs/postgres.ts';

describe('slugs', () => {
  let cms: Cms;
  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms[Symbol.asyncDispose]());
  const of = (type: string) => cms.documents(`api::${type}.${type}`);

  const article = (fields: object = {}) => ({ title: '重庆专家来访', sources: [], ...fields });

  it('read a doctor’s surname as a surname', async () => {
    const department = await of('department').create({ data: { name: '重症医学科', category: '临床' } });
    expect(department['slug']).toBe('zhong-zheng-yi-xue-ke');
    const doctor = await of('doctor').create({
      data: { name: '单小伟', title: '主任医师', departments: [department.documentId] },
    });
    expect(doctor).toMatchObject({ slug: 'shan-xiao-wei', pinyin: 'shan xiao wei' });
  });

  it('differ where twelve equal names are saved at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, () => of('tag').create({ data: { name: '健康科普' } })),
    );
    const slugs = made.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(12);
    expect(slugs).toContain('jian-kang-ke-pu');
    expect(slugs).toContain('jian-kang-ke-pu-12');
  });

  it('are given once where the same typed one is saved at once', async () => {
    const made = await Promise.allSettled(
      [1, 2, 3, 4].map((number) => of('series').create({ data: { name: `系列${number}`, slug: 'same' } })),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = made.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason.message).toMatch(/网址名“same”已被系列《系列\d》使用/);
  });

  it('refuse addresses of the site to channels', async () => {
    const channel = { name: '新闻', category: '新闻' };
    await expect(of('channel').create({ data: { ...channel, slug: 'news' } })).rejects.toThrow(
      '网址名“news”是网站自用的地址',
    );
    expect((await of('channel').create({ data: { ...channel, name: 'News' } }))['slug']).toBe('news-2');
  });

  it('belong to the draft and the published row of one article together', async () => {
    const channel = await of('channel').create({ data: { name: '动态', category: '新闻' } });
    const made = await of('article').create({
      data: article({
        body: '正文',
        publishedOn: '2026-11-23',
        channel: channel.documentId,
        sources: [{ kind: '外部单位', label: '市卫生健康委' }],
      }),
      status: 'published',
    });
    const { documentId } = made;
    const update = (data: object) => of('article').update({ documentId, data });

    expect((await update({ title: '改了标题' }))?.['slug']).toBe('chong-qing-zhuan-jia-lai-fang');
    await of('article').publish({ documentId });
    const twin = await of('article').create({ data: article() });
    expect(twin['slug']).toBe('chong-qing-zhuan-jia-lai-fang-2');
    const copy = await of('article').clone({ documentId, data: {} });
    expect(copy.entries[0]?.['slug']).toBe('gai-le-biao-ti');
    await of('article').unpublish({ documentId });
    expect((await update({ slug: 'other' }))?.['slug']).toBe('other');
  });

  it('of a hub stay through renames, and change where the office types another', async () => {
    const { documentId } = await of('campus').create({ data: { name: '东湖院区', address: '东湖路' } });
    const update = (data: object) => of('campus').update({ documentId, data });
    expect((await update({ name: '东湖新院区', slug: '' }))?.['slug']).toBe('dong-hu-yuan-qu');
    expect((await update({ slug: 'dx' }))?.['slug']).toBe('dx');
    await expect(update({ slug: 'D X' })).rejects.toThrow('不合格式');
  });

  it('are unique by the database’s own index, behind every caller', async () => {
    const table = cms.strapi['db'].metadata.get('api::tag.tag').tableName;
    const row = { slug: 'jian-kang-ke-pu', name: 'x', document_id: 'y', published_at: 1 };
    await expect(cms.strapi['db'].connection(table).insert(row)).rejects.toThrow(/UNIQUE/i);
  });
});

describe('slugs on PostgreSQL', () => {
  it('differ where equal names are saved at once by many connections', async () => {
    await using database = await startPostgres();
    await using cms = await startCms({ databaseUrl: database.url });
    const tags = cms.documents('api::tag.tag');
    const made = await Promise.all(
      Array.from({ length: 12 }, () => tags.create({ data: { name: '健康科普' } })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(12);
    const table = cms.strapi['db'].metadata.get('api::tag.tag').tableName;
    const row = { slug: 'jian-kang-ke-pu', name: 'x', document_id: 'y', published_at: new Date(0) };
    await expect(cms.strapi['db'].connection(table).insert(row)).rejects.toThrow(/unique/i);
  });
});
