/**
 * A page of the old site, all the way: imported by the command, looked over and published by an editor in the
 * admin, read on a phone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPunctuation, proposePunctuation } from '@xinglin/shared/checks/punctuation.js';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, desktop, openBrowser, phone } from '../rigs/browser.ts';
import { administrator, type Newsroom, root, runVerb, startNewsroom } from '../rigs/newsroom.ts';
import { type Office, signIn } from '../rigs/office.ts';
import { until } from '../rigs/until.ts';

const uid = 'api::article.article';
const file = join(root, 'tests', 'fixtures', 'import', 'page.txt');
const source = readFileSync(file, 'utf8');
const restored = (text: string) => applyPunctuation(text, proposePunctuation(text));
/** The paragraphs as the fixture holds them, 编者按 first. */
const [note = '', ...paragraphs] = source
  .split('\n')
  .filter((line) => line.startsWith('  ') && !/^ {2}[【(•]/.test(line))
  .map((line) => line.trim());

let newsroom: Newsroom;
let office: Office;

beforeAll(async () => {
  newsroom = await startNewsroom();
  office = await signIn(newsroom.cmsUrl);
});
afterAll(() => newsroom?.[Symbol.asyncDispose]());

/** What a reader sees of it; hidden text is not in it. */
const seen = async (locator: Locator) => (await locator.allInnerTexts()).join('\n');

async function imported() {
  const [article, ...others] = await office.find(uid);
  if (article === undefined || others.length > 0) throw new Error(`${others.length + 1} articles, not one`);
  return article;
}

async function stored(): Promise<Record<string, unknown>> {
  const { documentId } = await imported();
  const { json } = await office.request('GET', `/content-manager/collection-types/${uid}/${documentId}`);
  return (json as { data: Record<string, unknown> }).data;
}

async function openAdmin(browser: Browser, path: string): Promise<Page> {
  const page = await browser.page({ viewport: desktop });
  await page.goto(`${newsroom.cmsUrl}/admin/auth/login`);
  await page.locator('input[name="email"]').fill(administrator.email);
  await page.locator('input[name="password"]').fill(administrator.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.goto(`${newsroom.cmsUrl}/admin/${path}`);
  return page;
}

test('the command makes a draft and says what went where', async () => {
  const { code, output } = await runVerb('import-page', [file], newsroom.env);
  expect(code, output).toBe(0);
  expect(output).toContain('7 张图片只有位置');
  expect(output).toContain('已导入为草稿');
  expect((await imported())['publishedAt']).toBeNull();
});

describe('in the admin', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    const { documentId } = await imported();
    page = await openAdmin(browser, `content-manager/collection-types/${uid}/${documentId}`);
  });
  afterAll(() => browser?.[Symbol.asyncDispose]());

  test('the editor sees the seven missing pictures with their places', async () => {
    await page.getByRole('heading', { name: '缺图（7）' }).waitFor();
    const places = page.getByRole('list', { name: '缺图的位置' }).getByRole('listitem');
    expect(await places.count()).toBe(7);
    expect(await seen(places.nth(1))).toMatch(/图片4\.jpg\s+正文第 5 行/);
  });

  test('adopting the punctuation changes the form and not the document', async () => {
    for (const field of ['标题', '编者按', '正文']) {
      await page.getByRole('button', { name: `采用${field}的建议` }).click();
    }
    await page.getByRole('button', { name: '采用正文的建议' }).waitFor({ state: 'detached' });
    expect(await page.locator('input[name="title"]').inputValue()).toContain('开讲！云川医院');
    const document = await stored();
    expect(document['title']).toContain('开讲!云川医院');
    expect(document['body']).toContain(paragraphs[0]);
  });

  test('publishing sends what the form holds', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await until('the document to hold the restored marks', async () => {
      return (await stored())['body']?.toString().includes(restored(paragraphs[0] ?? ''));
    });
  });
});

describe('on a phone, the page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    const { slug } = await imported();
    const address = `${newsroom.siteUrl}/news/${slug}/`;
    await until('the page to be served', async () => (await fetch(address)).ok);
    page = await browser.page({ viewport: phone });
    await page.goto(address);
  });
  afterAll(() => browser?.[Symbol.asyncDispose]());

  test('leads back through the channels of the old breadcrumb', async () => {
    const crumbs = page.locator('nav.breadcrumb li');
    const labels = (await crumbs.allInnerTexts()).map((text) => text.trim());
    expect(labels.join(' ')).toBe('首页 >> 公众入口 >> 医院新闻 >> 新闻动态 >> 正文');
    for (const name of ['公众入口', '医院新闻', '新闻动态']) {
      const path = await crumbs.getByRole('link', { name }).getAttribute('href');
      expect((await fetch(`${newsroom.siteUrl}${path}`)).status, `${name} ${path}`).toBe(200);
    }
  });

  test('shows series and title', async () => {
    expect(await seen(page.locator('h1'))).toBe(
      '【医海撷英】开讲！云川医院-星渡科技“影像智算工作室”落户东湖院区',
    );
  });

  test('names three sources, with links of two kinds that lead somewhere', async () => {
    const facts = page.locator('.article-facts');
    expect(await seen(facts)).toMatch(/来源：\s*数字医学中心\s*、\s*对外协作办公室\s*、\s*东湖院区/);
    const links = await facts
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.map((path) => path.split('/')[1])).toEqual(['departments', 'departments', 'campuses']);
    for (const path of links) expect((await fetch(`${newsroom.siteUrl}${path}`)).status, path).toBe(200);
  });

  test('shows the date of the old page', async () => {
    expect(await page.locator('.article-facts time').getAttribute('datetime')).toContain('2025-04-18');
  });

  test('sets 编者按 apart, in full', async () => {
    const aside = page.locator('aside.editor-note');
    expect(await seen(aside.getByRole('heading'))).toContain('编者按');
    expect(await aside.locator('p').allInnerTexts()).toEqual([restored(note)]);
  });

  test('holds every paragraph, in order, and no empty box where pictures are missing', async () => {
    const body = page.locator('#body');
    expect(await body.locator('p').allInnerTexts()).toEqual(paragraphs.map(restored));
    expect(await page.locator('article img, article figure').count()).toBe(0);
    expect(await seen(body)).not.toContain('图片3');
    const empty = await body
      .locator(':scope > *')
      .evaluateAll((all) => all.filter((each) => !each.textContent?.trim()).length);
    expect(empty).toBe(0);
  });

  test('closes with the credit', async () => {
    expect(await seen(page.locator('.article-byline'))).toBe('（数字医学中心、对外协作办公室、东湖院区）');
  });

  test('leaves 标签 out where there are none, and shows only related tabs that hold something', async () => {
    expect(await seen(page.locator('article'))).not.toContain('标签');
    const related = page.getByRole('region', { name: '相关内容' });
    expect(await seen(related)).toContain('数字医学中心');
    expect(await related.getByRole('tab').allInnerTexts()).not.toContain('相关视频');
    expect(await related.locator('[data-tab]').count()).toBeGreaterThan(0);
  });

  test('fits the phone, and asks nobody else for anything', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(browser.foreignRequests).toEqual([]);
  });
});
