/**
 * One article's journey through the whole: an editor signs in to the admin in a real browser, publishes, is told
 * that it is live, and a reader's phone shows it; then it is corrected, and taken down.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import { administrator, type Newsroom, startNewsroom } from '../rigs/newsroom.ts';
import { type Office, signIn } from '../rigs/office.ts';
import { until } from '../rigs/until.ts';

const article = 'api::article.article';

let newsroom: Newsroom;
let office: Office;
let browser: Browser;

beforeAll(async () => {
  newsroom = await startNewsroom();
  office = await signIn(newsroom.cmsUrl);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await newsroom?.[Symbol.asyncDispose]();
});

const connect = (...documentIds: string[]) => ({
  connect: documentIds.map((documentId) => ({ documentId })),
});

/** The tree and the units that the article needs, as an office would type them. */
async function furnish() {
  const entrance = await office.create('api::channel.channel', {
    name: '公众入口',
    category: '新闻',
    order: 1,
  });
  const news = await office.create('api::channel.channel', {
    name: '医院新闻',
    category: '新闻',
    order: 1,
    parent: connect(entrance.documentId),
  });
  const channel = await office.create('api::channel.channel', {
    name: '新闻动态',
    category: '新闻',
    order: 1,
    parent: connect(news.documentId),
  });
  const department = await office.create('api::department.department', {
    name: '信息中心',
    category: '职能',
    order: 1,
  });
  const campus = await office.create('api::campus.campus', {
    name: '东湖院区',
    address: '示范市东湖路 1 号',
    order: 1,
  });
  const series = await office.create('api::series.series', { name: '医海撷英' });
  return { channel, department, campus, series };
}

async function signInAtTheDoor(page: Page): Promise<void> {
  await page.goto(`${newsroom.cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(administrator.email);
  await page.locator('input[name="password"]').fill(administrator.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
}

describe('an article', () => {
  test('typed by the office is published by a click, proven live in the admin, corrected, and taken down', async () => {
    const { channel, department, campus, series } = await furnish();
    const draft = await office.create(article, {
      title: '智算联合实验室揭牌',
      editorNote: '算力是人工智能的底座。',
      body: '3月22日下午，**“智算联合实验室”**正式揭牌。\n\n<script>alert(1)</script>双方将继续合作。',
      publishedOn: '2026-03-26',
      byline: '信息中心、东湖院区',
      channel: connect(channel.documentId),
      series: connect(series.documentId),
      sources: [
        { kind: '科室', department: connect(department.documentId) },
        { kind: '院区', campus: connect(campus.documentId) },
        { kind: '外部单位', label: '示范大学', url: 'https://example.org/' },
      ],
    });
    const path = `/news/${String(draft['slug'])}/`;
    expect(path).toBe('/news/zhi-suan-lian-he-shi-yan-shi-jie-pai/');
    expect((await fetch(newsroom.siteUrl + path)).status).toBe(404);

    const desk = await browser.page({ viewport: { width: 1440, height: 900 } });
    await signInAtTheDoor(desk);
    await desk.goto(
      `${newsroom.cmsUrl}/admin/content-manager/collection-types/${article}/${draft.documentId}`,
    );
    await desk.getByRole('button', { name: '发布', exact: true }).click();
    await desk.getByText(path).first().waitFor();
    await desk.getByText('已上线').first().waitFor();

    const page = await browser.page({ viewport: phone });
    await page.goto(newsroom.siteUrl + path);
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, '');
    for (const part of [
      '您所在的位置',
      '公众入口',
      '医院新闻',
      '新闻动态',
      '正文',
      '【医海撷英】',
      '智算联合实验室揭牌',
      '2026-03-26',
      '编者按',
      '算力是人工智能的底座。',
      '（信息中心、东湖院区）',
    ]) {
      expect((await page.locator('body').innerText()).replaceAll(/\s+/g, '')).toContain(part);
    }
    expect(text).not.toContain('alert(1)');
    expect(await page.locator('main strong').innerText()).toBe('“智算联合实验室”');
    for (const [name, target] of [
      ['信息中心', '/departments/xin-xi-zhong-xin/'],
      ['东湖院区', '/campuses/dong-hu-yuan-qu/'],
      ['示范大学', 'https://example.org/'],
      ['医海撷英', '/series/yi-hai-xie-ying/'],
    ] as const) {
      expect(await page.getByRole('link', { name, exact: false }).first().getAttribute('href')).toBe(target);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);

    await office.update('api::department.department', department.documentId, { name: '信息与智能中心' });
    await office.update(article, draft.documentId, { title: '智算联合实验室正式揭牌' });
    await office.publish(article, draft.documentId);
    const corrected = await until('the corrected title', async () => {
      const html = await (await fetch(newsroom.siteUrl + path)).text();
      return html.includes('智算联合实验室正式揭牌') && html;
    });
    expect(corrected, 'the source keeps the name it was published under').toContain('>信息中心</a>');

    await office.unpublish(article, draft.documentId);
    await until('the page to be gone', async () => (await fetch(newsroom.siteUrl + path)).status === 410);
    await until(
      'the list to forget it',
      async () => !(await (await fetch(`${newsroom.siteUrl}/`)).text()).includes('智算联合实验室'),
    );
    expect(browser.foreignRequests, 'neither admin nor site asks anybody else').toEqual([]);
  });

  test('without channel or source is refused in Chinese, and nothing goes live', async () => {
    const { documentId } = await office.create(article, { title: '没有栏目', body: '正文。', sources: [] });
    const answer = await office.request(
      'POST',
      `/content-manager/collection-types/${article}/${documentId}/actions/publish`,
      {},
    );
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json)).toContain(
      '新闻《没有栏目》不能发布：“主栏目”必须填写；“来源”必须填写',
    );
    expect((await fetch(`${newsroom.siteUrl}/news/mei-you-lan-mu/`)).status).toBe(404);
  });
});
