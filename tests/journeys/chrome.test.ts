/** What stands around every page: the menu, skip links, a large pointer; and 置灰 over all of it. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteStyleCss } from '../../site/src/site-style.ts';
import { type Browser, desktop, openBrowser, phone } from '../rigs/browser.ts';
import { openReader, press } from '../rigs/reader.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';

const article = '/news/zhi-suan-lian-he-shi-yan-shi/';

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

const reader = (path: string, options?: Parameters<typeof openReader>[2]) =>
  openReader(browser, site.url + path, options);

test('特大鼠标 is offered where a mouse points, a picture of this site, and remembered', async () => {
  await using page = await reader(article, { viewport: desktop });
  await press(page, '阅读设置');
  await press(page, '特大鼠标');
  await page.reload();
  const cursor = await page
    .locator('#body > p')
    .first()
    .evaluate((text) => getComputedStyle(text).cursor);
  const picture = /url\("(?<url>[^"]+\.svg)"\)/.exec(cursor)?.groups?.['url'] ?? '';
  expect(picture.startsWith(site.url)).toBe(true);
  expect((await fetch(picture)).headers.get('content-type')).toBe('image/svg+xml');

  await using touching = await reader(article, { hasTouch: true, isMobile: true });
  await press(touching, '阅读设置');
  expect(await touching.getByRole('button', { name: '特大鼠标' }).isVisible()).toBe(false);
});

test('on a phone the menu opens and leads on, without a script as with one', async () => {
  for (const javaScriptEnabled of [true, false]) {
    await using page = await reader('/', { javaScriptEnabled });
    const menu = page.getByRole('banner').getByRole('navigation', { name: '主导航' });
    expect(await menu.count(), 'closed').toBe(0);
    await page.getByText('栏目', { exact: true }).click();
    expect(await menu.count()).toBe(1);
    await menu.getByRole('link', { name: '通知公告' }).click();
    await page.waitForURL('**/notices/');
  }
});

test.each([
  ['跳到正文', 'main'],
  ['跳到栏目导航', 'site-map'],
])('a skip link for keys leads on: %s', async (name, target) => {
  await using page = await reader(article);
  const link = page.getByRole('link', { name });
  for (let at = 0; at < 2 && !(await link.evaluate((one) => one === document.activeElement)); at += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(target);
});

test('置灰 takes every colour away and leaves what is fixed to the screen where it is', async () => {
  await using page = await reader('/404.html');
  await page.route('**/site.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: siteStyleCss({ fontSize: 18, greyscale: true }) }),
  );
  await page.goto(site.url + article);
  await page.evaluate(() => {
    const fixed = document.body.appendChild(document.createElement('b'));
    fixed.id = 'fixed';
    fixed.setAttribute('class', 'fill');
    fixed.style.cssText = 'position: fixed; bottom: 0; height: 20px';
    window.scrollTo(0, 500);
  });
  const bottom = await page.locator('#fixed').evaluate((one) => one.getBoundingClientRect().bottom);
  expect(bottom).toBe(phone.height);
  const picture = await page.screenshot();
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let coloured = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 3) coloured += 1;
  }
  expect(coloured, 'pixels with a colour').toBe(0);
});

test('asks nobody but the site', () => {
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.errors.filter((error) => !error.includes('status of 404'))).toEqual([]);
});
