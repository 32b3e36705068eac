/** How a reader makes the site theirs: 字号, 长者模式, 高对比, the phone's own font. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteStyleCss } from '../../site/src/site-style.ts';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import {
  beforePaint,
  noteBeforePaint,
  noteSaid,
  noteShifts,
  said,
  shifts,
  sizeOf,
} from '../rigs/preferences.ts';
import { openReader, press, type Reader } from '../rigs/reader.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';

const article = '/news/zhi-suan-lian-he-shi-yan-shi/';
const another = '/news/dao-guan-shi-de-yi-tian/';

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

const sizer = (page: Reader) => page.locator('main').getByRole('group', { name: '正文字号' });
const wide = (page: Reader) => page.evaluate(() => document.documentElement.scrollWidth);

describe('字号', () => {
  test('goes by keyboard from 14 to 28 and no further, and says each result once', async () => {
    await using page = await reader(article);
    const shown = sizer(page).locator('b');
    const larger = sizer(page).getByRole('button', { name: '放大字号' });
    const smaller = sizer(page).getByRole('button', { name: '缩小字号' });
    expect(await shown.textContent()).toBe('18');
    expect(await sizeOf(page, '#body > p')).toBe('18px');
    expect(await page.locator('[data-said]').textContent(), 'nothing is said unasked').toBe('');
    await noteSaid(page);

    await larger.focus();
    for (let at = 0; at < 6; at += 1) await page.keyboard.press(at % 2 === 0 ? 'Enter' : 'Space');
    expect(await shown.textContent()).toBe('28');
    expect(await sizeOf(page, '#body > p')).toBe('28px');
    expect(await larger.getAttribute('aria-disabled')).toBe('true');
    expect(await larger.evaluate((button) => button === document.activeElement), 'keeps the focus').toBe(
      true,
    );
    expect((await said(page)).slice(0, 5)).toEqual(['字号 20', '字号 22', '字号 24', '字号 26', '字号 28']);

    await smaller.focus();
    for (let at = 0; at < 9; at += 1) await page.keyboard.press('Enter');
    expect(await shown.textContent()).toBe('14');
    expect(await sizeOf(page, '#body > p')).toBe('14px');
    expect(await smaller.getAttribute('aria-disabled')).toBe('true');
    expect(await larger.getAttribute('aria-disabled')).toBe('false');
  });

  test('is remembered: here, and on the next page before anything is painted, and nothing moves after', async () => {
    await using page = await reader(article);
    await press(page, '阅读设置');
    await press(page, '放大字号', 2);
    await noteBeforePaint(page);
    await noteShifts(page);
    await page.goto(site.url + another);
    expect(await beforePaint(page)).toBe('usual 22');
    expect(await sizer(page).locator('b').textContent()).toBe('22');
    expect(await sizeOf(page, '#body > p')).toBe('22px');
    expect(await shifts(page)).toBeLessThan(0.01);
  });

  test.each(['page', 'disease', 'notice', 'department'])(
    'chosen on an article holds on every page with a text, and can be taken back there: %s',
    async (kind) => {
      const withText = await Promise.all(
        site.routes
          .filter((route) => route.kind === kind)
          .map(async ({ path }) => ({ path, html: await (await fetch(site.url + path)).text() })),
      );
      const path = withText.find(({ html }) => /class="prose"[^>]*>.*?<p>/s.test(html))?.path;
      await using page = await reader(article);
      await page.goto(site.url + path);
      await press(page, '阅读设置');
      await press(page, '放大字号');
      expect(await sizeOf(page, '.prose p')).toBe('20px');
      await press(page, '缩小字号');
      expect(await sizeOf(page, '.prose p')).toBe('18px');
      expect(await page.evaluate(() => localStorage.length), 'the usual size is no choice').toBe(0);
    },
  );

  test('without a choice nothing is set, so that the larger font of a phone makes all of it larger', async () => {
    await using page = await reader(article);
    expect(await page.evaluate(() => document.documentElement.style.length)).toBe(0);
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 24, fixed: 20 } });
    await page.reload();
    expect(await sizeOf(page, '#body > p')).toBe('27px');
    await press(page, '放大字号');
    expect(await sizeOf(page, '#body > p'), 'and a choice is larger in the same measure').toBe('30px');
  });
});

describe('the usual size of the site settings', () => {
  const settings = { fontSize: 20, greyscale: false };

  test.each([true, false])(
    'holds where nobody chose another, scripts or none: %s',
    async (javaScriptEnabled) => {
      await using page = await reader('/404.html', { javaScriptEnabled });
      await page.route('**/site.css', (route) =>
        route.fulfill({ contentType: 'text/css', body: siteStyleCss(settings) }),
      );
      await page.goto(site.url + article);
      expect(await sizeOf(page, '#body > p')).toBe('20px');
      if (!javaScriptEnabled) return;
      await press(page, '长者模式');
      expect(await sizeOf(page, '#body > p')).toBe('24px');
    },
  );
});

describe('长者模式', () => {
  test('is one press away, remembered before the next page is painted, and as easily left', async () => {
    await using page = await reader('/');
    const elder = page.getByRole('button', { name: '长者模式' });
    expect(await elder.getAttribute('aria-pressed')).toBe('false');
    await elder.focus();
    await page.keyboard.press('Enter');
    expect(await elder.getAttribute('aria-pressed')).toBe('true');

    await noteBeforePaint(page);
    await page.goto(site.url + article);
    expect(await beforePaint(page)).toBe('elder more');
    expect(await elder.getAttribute('aria-pressed')).toBe('true');
    expect(await sizeOf(page, 'html')).toBe('24px');
    expect(await sizeOf(page, '#body > p')).toBe('24px');
    expect(await page.evaluate(() => getComputedStyle(document.body).color), 'stronger contrast').toBe(
      'rgb(0, 0, 0)',
    );
    expect(await page.locator('.extra:visible').count(), 'fewer things').toBe(0);
    expect(await page.locator('.extra').count()).toBeGreaterThan(0);
    expect(await page.getByRole('group', { name: '阅读设置' }).isVisible(), 'its tools are out').toBe(true);
    expect(await wide(page)).toBeLessThanOrEqual(phone.width);

    const name = page.locator('.masthead-name b');
    await name.evaluate((heading) => {
      heading.textContent = '云杉市第一人民医院';
    });
    expect(await wide(page), 'a longer name').toBeLessThanOrEqual(phone.width);

    await elder.click();
    await page.goto(site.url + another);
    expect(await beforePaint(page)).toBe('usual');
    expect(await elder.getAttribute('aria-pressed')).toBe('false');
    expect(await sizeOf(page, 'html')).toBe('18px');
  });

  test('has a size of its own, and forgets the one that was chosen outside as little', async () => {
    await using page = await reader(article);
    await press(page, '放大字号', 2);
    await press(page, '长者模式');
    expect(await sizeOf(page, '#body > p')).toBe('24px');
    await press(page, '放大字号');
    expect(await sizeOf(page, '#body > p')).toBe('26px');
    await press(page, '长者模式');
    expect(await sizeOf(page, '#body > p')).toBe('22px');
    await press(page, '长者模式');
    await page.reload();
    expect(await sizeOf(page, '#body > p')).toBe('26px');
  });
});

describe('高对比', () => {
  const ink = (page: Reader) => page.evaluate(() => getComputedStyle(document.body).color);

  test('is switched on the page, in the light and in the dark, and remembered before it is painted', async () => {
    await using page = await reader(article, { colorScheme: 'light' });
    await press(page, '阅读设置');
    await press(page, '高对比');
    expect(await ink(page)).toBe('rgb(0, 0, 0)');
    await noteBeforePaint(page);
    await page.reload();
    expect(await beforePaint(page)).toBe('more');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ink(page)).toBe('rgb(255, 255, 255)');
  });

  test('follows the system, with and without scripts, until the reader says otherwise', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await using page = await reader(article, { colorScheme: 'light', javaScriptEnabled });
      await page.emulateMedia({ contrast: 'more' });
      await expect.poll(() => ink(page)).toBe('rgb(0, 0, 0)');
      if (!javaScriptEnabled) continue;
      await press(page, '阅读设置');
      expect(await page.getByRole('button', { name: '高对比' }).getAttribute('aria-pressed')).toBe('true');
      await press(page, '高对比');
      expect(await ink(page)).not.toBe('rgb(0, 0, 0)');
    }
  });
});

test('where nothing may be kept, a choice holds for the page, and nothing breaks', async () => {
  await using page = await reader('/404.html');
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse });
  });
  await page.goto(site.url + article);
  await press(page, '放大字号', 2);
  expect(await sizeOf(page, '#body > p')).toBe('22px');
  await press(page, '长者模式');
  expect(await sizeOf(page, '#body > p')).toBe('24px');
  await press(page, '长者模式');
  expect(await sizeOf(page, '#body > p')).toBe('22px');
});

test('asks nobody but the site', () => {
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.errors.filter((error) => !error.includes('status of 404'))).toEqual([]);
});
