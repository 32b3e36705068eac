/** The intake of seeds and imports, over HTTP into a real Strapi. */
import type { IntakeResult } from '@xinglin/shared/intake.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(() => cms[Symbol.asyncDispose]());

const send = (path: string, init: RequestInit, token = cms.intakeToken) =>
  fetch(`${cms.url}/api/xinglin/intake/${path}`, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token}` },
  });

async function give(documents: object[], approval = '演示内容'): Promise<IntakeResult[]> {
  const answer = await send('documents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ approval, documents }),
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text).results;
}

async function giveOne(document: object): Promise<IntakeResult> {
  const [result] = await give([document]);
  if (result === undefined) throw new Error('the intake gave no result');
  return result;
}

async function giveMedia(key: string, bytes: Buffer, fields: Record<string, string> = {}, name = '合影.png') {
  const form = new FormData();
  form.set('key', key);
  for (const [field, text] of Object.entries(fields)) form.set(field, text);
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
  const answer = await send('media', { method: 'POST', body: form });
  return { status: answer.status, result: (await answer.json()) as IntakeResult };
}

const picture = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer();

const department = (name: string, data: object = {}) => ({
  key: `department/${name}`,
  type: 'department',
  data: { name, category: '职能', ...data },
});
const channel = { key: 'channel/dongtai', type: 'channel', data: { name: '新闻动态', category: '新闻' } };
const article = (name: string, data: object = {}) => ({
  key: `article/${name}`,
  type: 'article',
  publish: true,
  data: {
    title: `消息：${name}`,
    body: '第一段。',
    publishedOn: '2026-03-01',
    channel: { key: 'channel/dongtai' },
    sources: [{ kind: '科室', label: '信息中心', department: { key: 'department/信息中心' } }],
    ...data,
  },
});
const uid = 'api::article.article';

async function presented(id: string | undefined) {
  const { puts } = splitFeed(await cms.feed());
  return puts.find((item) => item['id'] === id);
}

function splitFeed(feed: Awaited<ReturnType<Cms['feed']>>) {
  const puts = feed.changes.flatMap((change) =>
    'item' in change ? [change.item as Record<string, unknown>] : [],
  );
  return { puts };
}

describe('documents', () => {
  test('come in, with references by key, and are published under the named approval', async () => {
    const results = await give([department('信息中心'), channel, article('甲')]);
    expect(results.map(({ outcome, problem }) => problem ?? outcome)).toEqual([
      'created',
      'created',
      'created',
    ]);
    const [unit, node, news] = results;
    const item = await presented(news?.documentId);
    expect(item).toMatchObject({
      title: '消息：甲',
      channel: node?.documentId,
      sources: [{ kind: '科室', label: '信息中心', department: unit?.documentId }],
    });
    const approval = await cms.strapi['db']
      .connection('xinglin_approval')
      .where({ document_id: news?.documentId });
    expect(approval.map((row: { name: string }) => row.name)).toEqual(['演示内容']);
  });

  test('given again unchanged, change nothing: no new revision', async () => {
    const before = (await cms.feed()).header.revision;
    const results = await give([department('信息中心'), channel, article('甲')]);
    expect(results.map(({ outcome, problem }) => problem ?? outcome)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect((await cms.feed()).header.revision).toBe(before);
  });

  test('given with other data, are updated in place', async () => {
    const first = await giveOne(article('乙'));
    const second = await giveOne(article('乙', { title: '消息：新的乙' }));
    expect(second).toEqual({ key: 'article/乙', documentId: first.documentId, outcome: 'updated' });
    expect(await presented(first.documentId)).toMatchObject({ title: '消息：新的乙' });
  });

  test('first given as a draft, are published when given for publication', async () => {
    const draft = await giveOne({ ...article('草稿'), publish: false });
    expect(await presented(draft.documentId)).toBeUndefined();
    expect((await giveOne(article('草稿'))).outcome).toBe('updated');
    expect(await presented(draft.documentId)).toBeDefined();
  });

  test('edited by the office since, are kept, and the edited fields are named', async () => {
    const { documentId } = await giveOne(article('丙'));
    await cms.documents(uid).update({ documentId, data: { title: '编辑改的标题' } });
    const again = await giveOne(article('丙', { title: '又一个标题' }));
    expect(again).toEqual({ key: 'article/丙', documentId, outcome: 'kept', problem: '编辑部改过：标题' });
    expect(await cms.documents(uid).findOne({ documentId })).toMatchObject({ title: '编辑改的标题' });
  });

  test('a source that the office changed inside a component is seen as edited', async () => {
    const { documentId } = await giveOne(article('来源'));
    await cms.documents(uid).update({ documentId, data: { sources: [{ kind: '外部单位', label: '某报' }] } });
    expect(await giveOne(article('来源'))).toMatchObject({ outcome: 'kept', problem: '编辑部改过：来源' });
  });

  test('deleted by the office, are not brought back', async () => {
    const { documentId } = await giveOne(article('丁'));
    await cms.documents(uid).delete({ documentId });
    expect(await giveOne(article('丁'))).toMatchObject({
      outcome: 'kept',
      problem: '编辑部已删除，不再恢复',
    });
    expect(await cms.documents(uid).findOne({ documentId })).toBeNull();
  });

  test.each([
    ['a required field missing', { ...department('缺'), data: { name: '缺' } }, '「类别」必须填写'],
    ['a text too long', department('长'.repeat(61)), '「名称」最多 60 个字'],
    ['a word that is no choice', department('错', { category: '行政' }), '「类别」'],
    ['an unknown field', department('多', { colour: 'red' }), '没有「colour」这个字段'],
    [
      'a key that leads nowhere',
      article('悬', { channel: { key: 'channel/none' } }),
      '引用的「channel/none」还没有收录',
    ],
    ['a key of another type', article('错', { channel: { key: 'department/信息中心' } }), '是另一种内容'],
    ['an id that is gone', article('空', { channel: { documentId: 'nowhere' } }), '已经不存在'],
    ['a relation as bare text', article('裸', { channel: 'abc' }), '要写成 {"key": …}'],
    ['a field that every object has', article('构', { constructor: 1 }), '没有「constructor」这个字段'],
    ['a component as bare text', article('散', { sources: '信息中心' }), '「sources」的每一项要写成 {…}'],
    ['a component that is nothing', article('零', { sources: [null] }), '「sources」的每一项要写成 {…}'],
  ])('%s is refused with the reason, and the rest goes on', async (_, bad, reason) => {
    const [refused, fine] = await give([bad, department('信息中心')]);
    expect(refused).toMatchObject({ outcome: 'refused' });
    expect(refused?.problem).toContain(reason);
    expect(fine?.outcome).toBe('unchanged');
  });

  test('a document that cannot be published leaves nothing behind', async () => {
    const before = await cms.documents(uid).findMany({});
    const refused = await giveOne(article('退', { slug: 'Nicht Erlaubt' }));
    expect(refused.outcome).toBe('refused');
    expect(await cms.documents(uid).findMany({})).toHaveLength(before.length);
  });

  test('sixty long articles come in with one request', async () => {
    const body = '病房里的一天，从交班开始。'.repeat(3_000);
    const results = await give(Array.from({ length: 60 }, (_, n) => article(`大-${n}`, { body })));
    expect(results.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
  });

  test('the single site document comes in and is updated, not doubled', async () => {
    const site = (name: string) => ({
      key: 'site/site',
      type: 'site',
      data: { name, organisation: '云溪市医院' },
    });
    const first = await giveOne(site('云溪市医院'));
    expect(first.problem ?? first.outcome).toBe('created');
    const second = await giveOne(site('云溪市医院官网'));
    expect(second).toMatchObject({ documentId: first.documentId, outcome: 'updated' });
    expect(await cms.documents('api::site.site').findMany({})).toHaveLength(1);
  });
});

describe('media', () => {
  test('come in with alt, caption and credit, once', async () => {
    const bytes = await picture('#2f7d5b');
    const fields = { alt: '揭牌仪式合影', caption: '揭牌仪式', credit: '王晨' };
    const first = await giveMedia('media/he-ying', bytes, fields);
    expect(first.result.problem ?? first.result.outcome).toBe('created');
    const item = await presented(first.result.documentId);
    expect(item).toMatchObject({
      name: '合影.png',
      alt: '揭牌仪式合影',
      caption: '揭牌仪式',
      credit: '王晨',
      width: 64,
    });
    const second = await giveMedia('media/he-ying', bytes, fields);
    expect(second.result).toEqual({
      key: 'media/he-ying',
      documentId: first.result.documentId,
      outcome: 'unchanged',
    });
  });

  test('new bytes under the same key replace the old ones in place', async () => {
    const first = await giveMedia('media/huan', await picture('#111111'));
    const before = await presented(first.result.documentId);
    const second = await giveMedia('media/huan', await picture('#eeeeee'));
    expect(second.result).toMatchObject({ documentId: first.result.documentId, outcome: 'updated' });
    expect((await presented(first.result.documentId))?.['sha256']).not.toBe(before?.['sha256']);
  });

  test('whose description the office has edited are kept', async () => {
    const first = await giveMedia('media/miao', await picture('#333333'), { alt: '旧' });
    const file = await cms.strapi['db'].query('plugin::upload.file').findOne({
      where: { documentId: first.result.documentId },
    });
    await cms.strapi['plugin']('upload')
      .service('upload')
      .updateFileInfo(file.id, { alternativeText: '编辑写的' });
    const again = await giveMedia('media/miao', await picture('#444444'), { alt: '新' });
    expect(again.result).toMatchObject({ outcome: 'kept', problem: '编辑部改过：替代文字' });
  });

  test('lie in one folder with a Chinese name', async () => {
    await giveMedia('media/folder', await picture('#666666'));
    const folders = await cms.strapi['db'].query('plugin::upload.folder').findMany({});
    expect(folders.map((folder: { name: string }) => folder.name)).toEqual(['收录']);
  });

  test('that hide a page of HTML behind a picture’s name are refused', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    const { result } = await giveMedia('media/html', html, {}, '假.png');
    expect(result.outcome).toBe('refused');
    expect(result.problem).toContain('假.png');
  });

  test('serve as cover by key', async () => {
    const cover = await giveMedia('media/feng-mian', await picture('#555555'));
    const news = await giveOne(article('封面', { cover: { key: 'media/feng-mian' } }));
    expect(news.problem ?? news.outcome).toBe('created');
    expect(await presented(news.documentId)).toMatchObject({ cover: cover.result.documentId });
    expect((await giveOne(article('封面', { cover: { key: 'media/feng-mian' } }))).outcome).toBe('unchanged');
  });
});

describe('find', () => {
  const find = async (query: Record<string, string>) =>
    (await send(`find?${new URLSearchParams(query)}`, {})).json() as Promise<{
      matches: { documentId: string }[];
    }>;

  test('knows names, short names, aliases and former names', async () => {
    const unit = await giveOne(
      department('国际合作处', { shortName: '国合处', aliases: '外事办、港澳台办', formerNames: '外事处' }),
    );
    for (const name of ['国际合作处', '国合处', '港澳台办', '外事处']) {
      expect((await find({ type: 'department', name })).matches, name).toMatchObject([
        { documentId: unit.documentId },
      ]);
    }
    expect((await find({ type: 'department', name: '国际' })).matches).toEqual([]);
  });

  test('tells channels of one name apart by their parent', async () => {
    const [entrance, child] = await give([
      { key: 'channel/入口', type: 'channel', data: { name: '入口', category: '新闻' } },
      {
        key: 'channel/入口-同名',
        type: 'channel',
        data: { name: '同名', category: '新闻', parent: { key: 'channel/入口' } },
      },
    ]);
    const parent = entrance?.documentId ?? '';
    expect((await find({ type: 'channel', name: '同名', parent })).matches).toMatchObject([
      { documentId: child?.documentId },
    ]);
    expect((await find({ type: 'channel', name: '同名', parent: 'none' })).matches).toEqual([]);
  });
});

describe('the door', () => {
  test.each(['documents', 'media'])('%s is closed without a token and to a wrong one', async (path) => {
    for (const authorization of ['', 'Bearer wrong']) {
      const answer = await fetch(`${cms.url}/api/xinglin/intake/${path}`, {
        method: 'POST',
        headers: { authorization },
      });
      expect([401, 403]).toContain(answer.status);
    }
  });

  test('the publisher’s token does not open the intake, nor the intake’s the feed', async () => {
    const find = await send('find?type=tag&name=x', {}, cms.publisherToken);
    expect(find.status).toBe(403);
    expect((await cms.get('/api/xinglin/feed', cms.intakeToken)).status).toBe(403);
  });

  test('a request of another shape is refused as a whole, with the place', async () => {
    const answer = await send('documents', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        approval: '演示内容',
        documents: [{ key: '无斜线', type: 'article', data: {} }],
      }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('documents.0.key');
  });
});
