/** Readers who lost the way: at an address that never was, at one that was given up, and on the map of the site. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import { smallTargets } from '../rigs/layout.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';

let site: SampleSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

const errands = ['挂号', '停诊', '出诊', '电话', '怎么走'];

test.each([
  ['/doctors/mei-you-zhe-ge-ren/', '/doctors/'],
  ['/xin-wen-zhong-xin/2020/13/', undefined],
  ['/news/2020/13/99/', '/news/'],
])('at %s the nearest section is %s, and the five errands are a press away', async (asked, nearest) => {
  const page = await browser.page({ viewport: phone, hasTouch: true });
  const answer = await page.goto(site.url + asked);
  expect(answer?.status()).toBe(404);
  const line = page.getByText('离这个地址最近的是');
  expect(await line.count()).toBe(nearest === undefined ? 0 : 1);
  if (nearest !== undefined) expect(await line.getByRole('link').getAttribute('href')).toBe(nearest);
  for (const name of errands)
    expect(
      await page.getByRole('navigation', { name: '就医常用' }).getByRole('link', { name }).isVisible(),
    ).toBe(true);
  expect(await smallTargets(page)).toEqual([]);
  await page.context().close();
});

test('where no script runs, every section is there all the same, and no gap where the nearest would stand', async () => {
  const page = await browser.page({ viewport: phone, javaScriptEnabled: false });
  await page.goto(`${site.url}/doctors/mei-you/`);
  const ways = page.locator('main');
  for (const path of ['/', '/doctors/', '/departments/', '/campuses/', '/notices/', '/sitemap/'])
    expect(await ways.locator(`a[href="${path}"]`).first().isVisible(), path).toBe(true);
  expect(await ways.getByText('最近的是').count()).toBe(0);
  await page.context().close();
});

test('what was withdrawn is explained, and the way goes on from there', async () => {
  const page = await browser.page({ viewport: phone });
  const withdrawn = site.routes.find(({ kind }) => kind === 'withdrawn');
  const answer = await page.goto(site.url + withdrawn?.path);
  expect(answer?.status()).toBe(410);
  expect(await page.getByRole('region', { name: '撤稿说明' }).isVisible()).toBe(true);
  for (const name of errands)
    expect(await page.locator('main').getByText(name).first().isVisible()).toBe(true);
  await page.locator('main').getByRole('link', { name: '全部新闻' }).last().click();
  expect(new URL(page.url()).pathname).toBe('/news/');
  await page.context().close();
});

test('the foot of every page leads to the map of the site, and the map to every channel and department', async () => {
  const page = await browser.page({ viewport: phone });
  await page.goto(`${site.url}/404.html`);
  await page.getByRole('contentinfo').getByRole('link', { name: '网站地图' }).click();
  expect(new URL(page.url()).pathname).toBe('/sitemap/');
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const listed = site.routes.filter(({ kind }) => ['channel', 'department', 'campus', 'page'].includes(kind));
  expect(listed.map(({ path }) => path).filter((path) => !links.includes(path))).toEqual([]);
  await page.context().close();
});

test('the foot leads to all feeds, and the page about them tells the address to copy', async () => {
  const page = await browser.page({ viewport: phone });
  await page.goto(`${site.url}/404.html`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'RSS 订阅' }).click();
  const link = page.getByRole('link', { name: `${site.publicUrl}/rss.xml` });
  expect(await link.getAttribute('href')).toBe('/rss.xml');
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const feeds = site.routes.filter(({ kind }) => /^(?:channel|department|series)-feed$/.test(kind));
  expect(feeds.map(({ path }) => path).filter((path) => !links.includes(path))).toEqual([]);
  await page.context().close();
});
