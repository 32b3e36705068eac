import { formDigest } from '@xinglin/shared/digest.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { signIn } from '../rigs/office.ts';
import { differences } from '../rigs/oracle.ts';

describe('publishing', () => {
  let cms: Cms;
  let desk: Newsdesk;
  beforeAll(async () => {
    cms = await startCms();
    desk = await openNewsdesk(cms);
  });
  afterAll(() => cms[Symbol.asyncDispose]());

  const articles = () => cms.documents('api::article.article');
  const head = async (): Promise<number> =>
    (await cms.strapi['db'].connection('xinglin_head').first('revision')).revision;
  const formOf = async (type: string, id: string) => {
    const row = await cms.strapi['db']
      .connection('xinglin_presented')
      .where({ type, document_id: id })
      .first();
    return row && { state: row.state, ...JSON.parse(row.form) };
  };

  it('stores the names of sources and the date at first publication, in the draft as in the published row', async () => {
    cms.setClock(new Date('2026-11-23T17:30:00Z'));
    const sources = [
      { kind: '科室', department: desk.department.documentId },
      { kind: '院区', campus: desk.campus.documentId },
      { kind: '科室', department: desk.department.documentId, label: '信息处' },
      { kind: '外部单位', label: '清华大学', url: 'https://www.tsinghua.edu.cn' },
    ];
    const id = await desk.published({ sources });
    cms.setClock(undefined);
    const labels = ['信息中心', '东院区', '信息处', '清华大学'];
    for (const status of ['draft', 'published']) {
      const row = await articles().findOne({ documentId: id, status, populate: ['sources'] });
      const sources = (row?.['sources'] ?? []) as { label: string }[];
      expect(sources.map(({ label }) => label)).toEqual(labels);
      expect(row?.['publishedOn'], 'already tomorrow in Shanghai').toBe('2026-11-24');
    }
    await cms
      .documents('api::department.department')
      .update({ documentId: desk.department.documentId, data: { name: '数字医疗中心' } });
    await articles().update({ documentId: id, data: { summary: '改了摘要' }, status: 'published' });
    const form = await formOf('article', id);
    expect(form.sources.map(({ label }: { label: string }) => label)).toEqual(labels);
    expect(form.summary).toBe('改了摘要');
  });

  it.each([
    ['without 主栏目', { channel: null }, '“主栏目”必须填写'],
    ['without 来源', { sources: [] }, '“来源”必须填写'],
    ['without 正文', { body: '　' }, '“正文”必须填写'],
    ['with a nameless source', { sources: [{ kind: '外部单位' }] }, '“来源”第 1 项的“署名时的名称”必须填写'],
  ])(
    'refuses an article %s, names item and field, and leaves nothing behind',
    async (_what, data, sentence) => {
      const { documentId } = await desk.draft({ title: '缺了东西的新闻', ...data });
      const before = await head();
      const error = await articles()
        .publish({ documentId })
        .then(
          () => undefined,
          (reason: Error) => reason,
        );
      expect(error?.name).toBe('ValidationError');
      expect(error?.message).toContain('新闻《缺了东西的新闻》不能发布：');
      expect(error?.message).toContain(sentence);
      expect(error?.message).toContain('改好后请再发布一次');
      expect(await head()).toBe(before);
      const draft = await articles().findOne({ documentId });
      expect(draft?.['publishedOn'], 'what was filled in is rolled back').toBeNull();
      expect(await articles().findOne({ documentId, status: 'published' })).toBeNull();
    },
  );

  it('refuses a hub that breaks the contract, in the office’s language, and leaves it as it was', async () => {
    const before = await head();
    const departments = cms.documents('api::department.department');
    const rename = (name: string) =>
      departments.update({ documentId: desk.department.documentId, data: { name } });
    await expect(rename('很长'.repeat(40))).rejects.toThrow('不能保存：“名称”最多 60 个字，请缩短');
    await expect(rename('两\n行')).rejects.toThrow('不能保存：“名称”不能换行，请写成一行');
    const doctors = cms.documents('api::doctor.doctor');
    await expect(doctors.create({ data: { name: '张三', title: '主任医师' } })).rejects.toThrow(
      '医生《张三》不能保存：“科室”必须填写',
    );
    await expect(doctors.create({ data: { title: '主任医师' } })).rejects.toThrow('“姓名”必须填写');
    expect(await head()).toBe(before);
    expect(await differences(cms.strapi)).toEqual([]);
  });

  it.each(['create', 'update'] as const)('gates %s with status published as well', async (action) => {
    const bad = { title: '想绕过去的新闻', body: '正文', sources: [{ kind: '外部单位', label: '某单位' }] };
    const before = await articles().findMany({ status: 'published' });
    const run = async () => {
      if (action === 'create') return articles().create({ data: bad, status: 'published' });
      const { documentId } = await articles().create({ data: bad });
      return articles().update({ documentId, data: bad, status: 'published' });
    };
    await expect(run()).rejects.toThrow('不能发布：“主栏目”必须填写');
    expect(await articles().findMany({ status: 'published' })).toHaveLength(before.length);
  });

  it('answers create with status published with the published row', async () => {
    const data = {
      title: '一步发布',
      body: '正文',
      channel: desk.channel.documentId,
      sources: [{ kind: '外部单位', label: '某单位' }],
    };
    const row = await articles().create({ data, status: 'published', populate: ['sources'] });
    expect(row).toMatchObject({ title: '一步发布', sources: [{ label: '某单位' }] });
    expect(row['publishedAt']).not.toBeNull();
  });

  it('refuses a bulk publish as a whole where one of its articles cannot be published', async () => {
    const good = await desk.draft({ title: '好的' });
    const bad = await desk.draft({ title: '坏的', channel: null });
    const before = await head();
    const manager = cms.strapi['plugin']('content-manager').service('document-manager');
    const ids = [good.documentId, bad.documentId, (await desk.draft()).documentId];
    await expect(manager.publishMany('api::article.article', ids)).rejects.toThrow('《坏的》不能发布');
    expect(await head()).toBe(before);
    expect(await articles().findOne({ documentId: good.documentId, status: 'published' })).toBeNull();
    expect(await differences(cms.strapi)).toEqual([]);
  });

  it('leaves no row of an act whose transaction is rolled back', async () => {
    const before = await head();
    const called = cms.strapi['db'].transaction(async () => {
      await desk.published({ title: '没有发生' });
      await cms.documents('api::tag.tag').create({ data: { name: '没有发生' } });
      throw new Error('called off');
    });
    await expect(called).rejects.toThrow('called off');
    expect(await head()).toBe(before);
    expect((await cms.feed(before)).changes).toEqual([]);
    expect(await differences(cms.strapi)).toEqual([]);
  });

  it('takes a hidden hub down and puts it up again', async () => {
    const tags = cms.documents('api::tag.tag');
    const { documentId } = await tags.create({ data: { name: '义诊' } });
    const shown = await head();
    await tags.update({ documentId, data: { visible: false } });
    expect((await cms.feed(shown)).changes).toMatchObject([
      { kind: 'tombstone', type: 'tag', id: documentId, reason: 'gone', slug: 'yi-zhen', title: '义诊' },
    ]);
    await tags.update({ documentId, data: { visible: true } });
    expect((await cms.feed(shown)).changes).toMatchObject([{ kind: 'put', item: { name: '义诊' } }]);
  });

  it('writes no change where nothing that the public sees has changed', async () => {
    const id = await desk.published({ title: '不变' });
    const before = await head();
    await articles().publish({ documentId: id });
    await articles().update({ documentId: id, data: { title: '草稿里改了' } });
    await articles().discardDraft({ documentId: id });
    await cms
      .documents('api::department.department')
      .update({ documentId: desk.department.documentId, data: { visible: true } });
    expect(await head()).toBe(before);
  });

  it('records when a document was first published, and never rewrites it', async () => {
    const firstOf = async (id: string) => (await formOf('article', id)).firstPublishedAt;
    cms.setClock(new Date('2026-11-23T06:02:07.891Z'));
    const id = await desk.published({ title: '首发' });
    const old = await desk.published({ publishedOn: '2019-05-06', publishedTime: '09:30' });
    expect(await firstOf(id)).toBe('2026-11-23T14:02:07+08:00');
    expect(await firstOf(old), 'as typed').toBe('2019-05-06T09:30:00+08:00');
    cms.setClock(new Date('2026-11-25T06:00:00Z'));
    const change = { title: '改过', publishedTime: '08:00' };
    await articles().update({ documentId: id, data: change, status: 'published' });
    expect(await firstOf(id)).toBe('2026-11-23T14:02:07+08:00');
    await articles().unpublish({ documentId: id });
    await articles().publish({ documentId: id });
    cms.setClock(undefined);
    expect(await formOf('article', id)).toMatchObject({
      state: 'live',
      firstPublishedAt: '2026-11-23T14:02:07+08:00',
    });
  });

  it('takes the first publication of what was presented before it was recorded from the change log', async () => {
    cms.setClock(new Date('2026-11-23T06:02:07.891Z'));
    const id = await desk.published({ title: '早就上线' });
    cms.setClock(undefined);
    const { connection } = cms.strapi['db'];
    await connection('xinglin_presented').where({ document_id: id }).update({ first_at: null });
    await articles().update({ documentId: id, data: { title: '后来改过' }, status: 'published' });
    expect((await formOf('article', id)).firstPublishedAt).toBe('2026-11-23T14:02:07+08:00');
    const row = await connection('xinglin_presented').where({ document_id: id }).first();
    expect(row.first_at, 'and it is recorded from now on').toBe('2026-11-23T14:02:07+08:00');
  });

  it('says who did what', async () => {
    const { asSystem } = cms.load('src/publication/actor.js');
    const id: string = await asSystem('演示内容', () => desk.published({ title: '演示' }));
    const { connection } = cms.strapi['db'];
    const change = await connection('xinglin_change').where({ document_id: id }).first();
    expect(change).toMatchObject({ type: 'article', act: '发布', kind: 'put' });
    expect(JSON.parse(change.actor)).toEqual({ kind: 'system', name: '系统', approval: '演示内容' });
    const approval = await connection('xinglin_approval').where({ document_id: id }).first();
    const { state: _state, firstPublishedAt: _at, ...form } = await formOf('article', id);
    expect(approval).toMatchObject({ name: '演示内容', digest: formDigest(form) });
  });

  it('knows the person who works in the admin', async () => {
    const office = await signIn(cms.url);
    const { documentId } = await desk.draft({ title: '管理员发布' });
    await office.publish('api::article.article', documentId);
    const change = await cms.strapi['db']
      .connection('xinglin_change')
      .where({ document_id: documentId })
      .first();
    expect(JSON.parse(change.actor)).toMatchObject({ kind: 'user', id: expect.any(Number) });
    const bad = await desk.draft({ title: '管理员发布不了', channel: null });
    const answer = await office.request(
      'POST',
      `/content-manager/collection-types/api::article.article/${bad.documentId}/actions/publish`,
      {},
    );
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json)).toContain('新闻《管理员发布不了》不能发布：“主栏目”必须填写');
  });

  it('adds a related article to those that name it as soon as it is published', async () => {
    const later = await desk.draft({ title: '后发' });
    const id = await desk.published({ title: '先发', relatedArticles: [later.documentId] });
    expect((await formOf('article', id)).related.articles).toEqual([]);
    await articles().publish({ documentId: later.documentId });
    expect((await formOf('article', id)).related.articles).toEqual([later.documentId]);
    const change = await cms.strapi['db']
      .connection('xinglin_change')
      .where({ document_id: id })
      .orderBy('revision', 'desc')
      .first();
    expect(change.act).toBe('重新呈现');
  });

  it('adds an article to the topics and slots that name it as soon as it is published', async () => {
    const later = await desk.draft({ title: '专题里后发' });
    const blocks = [{ heading: '要闻', articles: [later.documentId] }];
    const topic = await cms
      .documents('api::topic.topic')
      .create({ data: { title: '专题', blocks }, status: 'published' });
    const items = [{ article: later.documentId }];
    const slot = await cms
      .documents('api::slot.slot')
      .create({ data: { position: '首页头条', items, visible: true } });
    expect((await formOf('topic', topic.documentId)).blocks).toMatchObject([{ articles: [] }]);
    // What is only in the topic's draft is nobody's business yet.
    const another = await desk.draft({ title: '草稿里才有' });
    const both = [{ heading: '要闻', articles: [later.documentId, another.documentId] }];
    await cms.documents('api::topic.topic').update({ documentId: topic.documentId, data: { blocks: both } });
    await articles().publish({ documentId: another.documentId });
    const publish = async () => {
      await articles().publish({ documentId: later.documentId });
      const [block] = (await formOf('topic', topic.documentId)).blocks;
      expect(block.articles).toEqual([later.documentId]);
      expect((await formOf('slot', slot.documentId)).items).toEqual([{ article: later.documentId }]);
    };
    await publish();
    await articles().unpublish({ documentId: later.documentId });
    await publish();
  });

  it('lets go of relations to what was deleted', async () => {
    const tag = await cms.documents('api::tag.tag').create({ data: { name: '要删的标签' } });
    const id = await desk.published({ tags: [tag.documentId], title: '带标签' });
    expect((await formOf('article', id)).tags).toEqual([tag.documentId]);
    await cms.documents('api::tag.tag').delete({ documentId: tag.documentId });
    await articles().update({ documentId: id, data: { summary: '再发一次' }, status: 'published' });
    expect((await formOf('article', id)).tags).toEqual([]);
  });
});
