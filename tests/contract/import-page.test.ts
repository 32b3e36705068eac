/** `pnpm import-page` against a real Strapi: what it finds, makes, writes, prints and refuses. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingPictures } from '@xinglin/shared/checks/pictures.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { root, runVerb } from '../rigs/newsroom.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
  await cms.documents('api::department.department').create({
    data: { name: '协作发展处', category: '职能', formerNames: '对外协作办公室' },
  });
});
afterAll(() => cms[Symbol.asyncDispose]());

const fixture = (name: string) => join(root, 'tests', 'fixtures', 'import', name);
const importPage = (args: string[], env: Record<string, string> = {}) =>
  runVerb('import-page', args, {
    XINGLIN_DATA_DIR: cms.dataDir,
    XINGLIN_CMS_URL: cms.url,
    XINGLIN_INTAKE_TOKEN: cms.intakeToken,
    ...env,
  });
const articles = () =>
  cms.documents('api::article.article').findMany({
    populate: { channel: true, series: true, tags: true, sources: { populate: ['department', 'campus'] } },
  });
const names = async (uid: string) => (await cms.documents(uid).findMany({})).map((row) => row['name']);

describe('one page, from rehearsal to publication', () => {
  test('a rehearsal says what would be made and writes nothing', async () => {
    const { code, output } = await importPage([fixture('page.txt'), '--dry-run']);
    expect(code, output).toBe(0);
    expect(output).toContain('栏目  将新建  新闻动态');
    expect(output).toContain('科室  已有  对外协作办公室（内容库里叫「协作发展处」）');
    expect(output).toContain('院区  将新建  东湖院区：请补充地址、交通和电话');
    expect(await articles()).toEqual([]);
    expect(await names('api::channel.channel')).toEqual([]);
  });

  test('the import makes a draft that holds the page, and says what went where', async () => {
    const { code, output } = await importPage([fixture('page.txt'), '--lines']);
    expect(code, output).toBe(0);
    expect(output).toMatch(/7 张图片只有位置/);
    expect(output).toContain('浏览次数  原页为空');
    expect(output).toMatch(/合计相符，无遗漏/);
    expect(output).toContain('第  10 行  「字号」标签');
    const [article, ...others] = await articles();
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      title: '开讲!云川医院-星渡科技“影像智算工作室”落户东湖院区',
      series: { name: '医海撷英' },
      channel: { name: '新闻动态' },
      publishedOn: '2025-04-18',
      byline: '数字医学中心、对外协作办公室、东湖院区',
      legacyViews: null,
      publishedAt: null,
      tags: [],
      sources: [
        { kind: '科室', label: '数字医学中心', department: { name: '数字医学中心' } },
        { kind: '科室', label: '对外协作办公室', department: { name: '协作发展处' } },
        { kind: '院区', label: '东湖院区', campus: { name: '东湖院区' } },
      ],
    });
    expect(missingPictures(String(article?.['body'])).map(({ name }) => name)).toHaveLength(7);
    const source = readFileSync(fixture('page.txt'), 'utf8');
    const paragraphs = [String(article?.['editorNote']), ...String(article?.['body']).split('\n\n')];
    for (const text of paragraphs.filter((part) => !part.startsWith('!['))) expect(source).toContain(text);
  });

  test('the channel tree follows the breadcrumb', async () => {
    const channels = await cms.documents('api::channel.channel').findMany({ populate: ['parent'] });
    const parents = channels.map(({ name, parent }) => [name, (parent as { name: string } | null)?.name]);
    expect(parents.sort()).toEqual([
      ['公众入口', undefined],
      ['医院新闻', '公众入口'],
      ['新闻动态', '医院新闻'],
    ]);
  });

  test('imported again it changes nothing', async () => {
    const { code, output } = await importPage([fixture('page.txt')]);
    expect(code, output).toBe(0);
    expect(output).toContain('没有改动');
    expect(await names('api::channel.channel')).toHaveLength(3);
    expect(await articles()).toHaveLength(1);
  });

  test('the same page in another form is the same document', async () => {
    for (const name of ['page.html', 'gb18030.txt', 'crlf.txt', 'bom.txt']) {
      const { output } = await importPage([fixture(name)]);
      expect(output, name).toContain('没有改动');
    }
  });

  test('punctuation is shown as a difference and changes nothing, then is applied', async () => {
    const shown = await importPage([fixture('page.txt'), '--dry-run', '--punctuation', 'show']);
    expect(shown.output).toContain('让数据多跑路[-,-]{+，+}让患者少跑腿');
    expect((await articles())[0]?.['title']).toContain('开讲!');
    const applied = await importPage([fixture('page.txt'), '--punctuation', 'apply', '--publish']);
    expect(applied.code, applied.output).toBe(0);
    expect(applied.output).toContain('已更新并已发布');
    const [article] = await articles();
    expect(article?.['title']).toContain('开讲！');
    expect(article?.['body']).toContain('1,260个项目');
    const feed = await cms.feed();
    expect(JSON.stringify(feed.changes)).toContain('开讲！云川医院');
  });

  test('what the office has edited since is kept, and said', async () => {
    const [article] = await articles();
    await cms.documents('api::article.article').update({
      documentId: article?.documentId,
      data: { title: '编辑改过的标题' },
    });
    const { code, output } = await importPage([fixture('page.txt')]);
    expect(code).toBe(0);
    expect(output).toContain('编辑部改过：标题：全部保留');
    expect((await articles())[0]?.['title']).toBe('编辑改过的标题');
  });
});

describe('faults come as a sentence with a remedy', () => {
  const faults: [string, () => Promise<{ code: number; output: string }>, number, RegExp][] = [
    ['no file', () => importPage([]), 2, /要给出一个文件/],
    ['a missing file', () => importPage(['/nowhere/page.txt']), 1, /没有这个文件/],
    ['a folder', () => importPage([root]), 1, /是一个文件夹/],
    ['an unknown mode', () => importPage([fixture('page.txt'), '--punctuation', 'yes']), 2, /不认识「yes」/],
    [
      'a wrong token',
      () => importPage([fixture('page.txt')], { XINGLIN_INTAKE_TOKEN: 'x' }),
      1,
      /不认这个收录令牌/,
    ],
    [
      'a CMS that does not run',
      () => importPage([fixture('page.txt')], { XINGLIN_CMS_URL: 'http://127.0.0.1:9' }),
      1,
      /连不上内容管理系统[\s\S]*npm start/,
    ],
  ];
  test.each(faults)('%s', async (_, act, exitCode, sentence) => {
    const { code, output } = await act();
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).toBe(exitCode);
  });

  test('a foreign file', async () => {
    const file = join(cms.dataDir, 'foreign.txt');
    writeFileSync(file, '今天天气很好。');
    const { code, output } = await importPage([file]);
    expect(code).toBe(1);
    expect(output).toMatch(/不像旧站的正文页：找不到面包屑/);
  });

  test('two departments of one name are not guessed between', async () => {
    for (const number of [1, 2]) {
      await cms.documents('api::department.department').create({
        data: { name: '影像科', category: '医技', slug: `ying-xiang-ke-${number}` },
      });
    }
    const text = readFileSync(fixture('page.txt'), 'utf8').replace('来源:数字医学中心', '来源:影像科');
    const file = join(cms.dataDir, 'two.txt');
    writeFileSync(file, text);
    const { code, output } = await importPage([file]);
    expect(code).toBe(1);
    expect(output).toMatch(/有 2 个都叫「影像科」，分不清/);
  });
});
