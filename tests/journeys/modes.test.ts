/** How a reader makes the site theirs: 字号, 长者模式, 高对比, 特大鼠标, the phone's own font, the menu, 置灰. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteStyleCss } from '../../site/src/site-style.ts';
import { type Browser, desktop, openBrowser, phone } from '../rigs/browser.ts';
import {
  beforePaint,
  noteBeforePaint,
  noteSaid,
  noteShifts,
  said,
  shifts,
  sizeOf,
} from '../rigs/preferences.ts';
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

/** A reader with a device and a memory of their own. */
async function reader(path: string, options: Parameters<Browser['page']>[0] = {}) {
  const page = await browser.page({ viewport: phone, ...options });
  await page.goto(site.url + path);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

type Reader = Awaited<ReturnType<typeof reader>>;

const sizer = (page: Reader) => page.locator('main').getByRole('group', { name: '正文字号' });
const press = async (page: Reader, name: string, times = 1) => {
  for (let at = 0; at < times; at += 1) await page.getByRole('button', { name }).first().click();
};
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
      await page.reload();
      expect(await ink(page)).toBe('rgb(0, 0, 0)');
      if (!javaScriptEnabled) continue;
      await press(page, '阅读设置');
      expect(await page.getByRole('button', { name: '高对比' }).getAttribute('aria-pressed')).toBe('true');
      await press(page, '高对比');
      expect(await ink(page)).not.toBe('rgb(0, 0, 0)');
    }
  });
});

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
  const { default: sharp } = await import('sharp');
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
