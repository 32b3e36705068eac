/** A reader's ways about one article: its contents, its corrections, what is near it, passing it on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, desktop, openBrowser, phone } from '../rigs/browser.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';
import { readCode } from '../rigs/scan-code.ts';
import { until } from '../rigs/until.ts';

const longRead = '/news/xue-ya-na-xie-shi/';
const short = '/news/hou-yi-pian/';

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

/** A reader with a device of their own. */
async function reader(path: string, options: Parameters<Browser['page']>[0] = {}) {
  const page = await browser.page({ viewport: phone, ...options });
  await page.goto(site.url + path);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

/** Whether something begins in the upper half of the phone's screen. */
const within = (box: { y: number } | null) => box !== null && box.y >= 0 && box.y < phone.height / 2;

const widerThanScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('目录', () => {
  test.each([true, false])('leads to each part of a long text, by keyboard, with scripts: %s', async (js) => {
    await using page = await reader(longRead, { javaScriptEnabled: js });
    const contents = page.getByRole('navigation', { name: '目录' });
    const links = contents.getByRole('link');
    const headings = page.locator('#body h2');
    expect(await links.allTextContents()).toEqual(await headings.allTextContents());
    expect(await links.count()).toBeGreaterThan(2);
    await links.nth(2).focus();
    await page.keyboard.press('Enter');
    const heading = headings.nth(2);
    await until('the heading on the screen', async () => within(await heading.boundingBox()));
  });

  test('is not there where the text is short', async () => {
    await using page = await reader(short);
    expect(await page.getByRole('navigation', { name: '目录' }).count()).toBe(0);
  });
});

describe('更正说明', () => {
  test('is announced under the title, and says there what was put right and when', async () => {
    await using page = await reader(longRead, { javaScriptEnabled: false });
    await page.locator('.article-facts').getByRole('link', { name: '2026-03-02' }).press('Enter');
    const notes = page.getByRole('region', { name: '更正说明' });
    expect(await notes.getByRole('listitem').allTextContents()).toEqual([
      '2026年2月28日：文中“西院区周六停诊”有误，应为“西院区周日停诊”，已改正。',
      '2026年3月2日：补充了东湖院区夜间门诊的电话。',
    ]);
    expect(await notes.isVisible()).toBe(true);
  });
});

describe('on a narrow screen', () => {
  test('a wide table scrolls inside itself, by keyboard, under its caption’s name; nothing widens the page', async () => {
    await using page = await reader(longRead);
    expect(await widerThanScreen(page)).toBe(0);
    const table = page.getByRole('group', { name: '表1　心内科各院区门诊安排' });
    expect(await table.getByRole('caption').textContent()).toBe('表1　心内科各院区门诊安排');
    await table.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    await until(
      'the table scrolled',
      async () => (await table.evaluate((element) => element.scrollLeft)) > 0,
    );
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });
});

describe('the lead picture', () => {
  test('is the cover, asked for at once, and each picture is shown once', async () => {
    await using page = await reader(longRead);
    const lead = page.locator('.article-lead');
    expect(await lead.locator('figcaption').textContent()).toContain('参观东湖院区信息机房');
    expect(await lead.locator('img').getAttribute('loading')).toBeNull();
    await page.setViewportSize(desktop);
    await page.emulateMedia({ media: 'print' });
    const printed = await lead.locator('img').boundingBox();
    expect(printed?.height, 'on paper an illustration, not a page: 9 cm').toBeLessThan(345);
    await using other = await reader('/news/zhi-suan-lian-he-shi-yan-shi/');
    expect(await other.locator('.article-lead').count(), 'its body shows the cover').toBe(0);
  });
});

describe('a link to a related section', () => {
  const chosen = (page: Page) => page.getByRole('tab', { selected: true });

  test('opens its tab: when the page is opened with it, pressed, typed, and gone back to', async () => {
    await using page = await reader(`${longRead}#related-articles`, { viewport: desktop });
    expect(await chosen(page).textContent()).toBe('相关文章');
    expect(await page.locator('#related-articles').isVisible()).toBe(true);

    await page
      .locator('#body > p')
      .first()
      .evaluate((paragraph) => {
        const link = document.createElement('a');
        link.href = '#related-diseases';
        link.textContent = '见相关疾病';
        paragraph.append(link);
      });
    const link = page.getByRole('link', { name: '见相关疾病' });
    await link.press('Enter');
    expect(await chosen(page).textContent()).toBe('相关疾病');
    await page.getByRole('tab', { name: '相关科室' }).click();
    await link.press('Enter');
    expect(await chosen(page).textContent(), 'the address had this end already').toBe('相关疾病');
    await until('the panel on the screen', () =>
      page
        .locator('#related-diseases')
        .evaluate((panel) => panel.getBoundingClientRect().bottom <= innerHeight + 1),
    );

    await page.goBack();
    await until('the way back', async () => (await chosen(page).textContent()) === '相关文章');
    await page.evaluate(() => {
      location.hash = '#related-doctors';
    });
    await until('the typed end', async () => (await chosen(page).textContent()) === '相关医生');
  });

  test('each entry says why it stands there', async () => {
    await using page = await reader(longRead, { javaScriptEnabled: false });
    const articles = page.locator('#related-articles li');
    const reasons = await articles.locator('.quiet').allTextContents();
    expect(reasons[0]).toBe('2026-03-01，编辑推荐');
    expect(
      reasons.slice(1).every((reason) => /^\d{4}-\d\d-\d\d，同(系列|医生|科室|疾病|标签|栏目)$/.test(reason)),
    ).toBe(true);
    expect(new Set(reasons.map((reason) => reason.split('，')[1])).size).toBeGreaterThan(2);
  });
});

describe('上一篇, 下一篇', () => {
  test('are the one before and the one after in time, in words and in rel', async () => {
    await using page = await reader(longRead, { javaScriptEnabled: false });
    const nav = page.getByRole('navigation', { name: '上一篇与下一篇' });
    const published = () => page.locator('.article-facts time').first().getAttribute('datetime');
    const here = (await published()) ?? '';
    expect(await nav.locator('p').allInnerTexts()).toEqual([
      expect.stringMatching(/^上一篇：/),
      expect.stringMatching(/^下一篇：/),
    ]);
    await nav.locator('p', { hasText: '上一篇' }).locator('a[rel="prev"]').press('Enter');
    await page.waitForURL((url) => url.pathname !== longRead);
    expect(((await published()) ?? '~') <= here).toBe(true);
    await nav.locator('p', { hasText: '下一篇' }).locator('a[rel="next"]').press('Enter');
    await page.waitForURL((url) => url.pathname === longRead);
  });
});

describe('分享', () => {
  const canonical = () => `${site.publicUrl}${longRead}`;

  test('copies the page’s own address by keyboard, and says so once', async () => {
    await using page = await reader(longRead, { permissions: ['clipboard-read', 'clipboard-write'] });
    const share = page.getByRole('group', { name: '分享本文' });
    await share.getByRole('button', { name: '复制链接' }).press('Enter');
    await until('the word', async () => (await share.getByRole('status').textContent()) === '链接已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical());
  });

  test('copies it where the clipboard is closed to scripts, and keeps the focus', async () => {
    await using page = await reader('/404.html', { permissions: ['clipboard-read'] });
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined, configurable: true }),
    );
    await page.goto(site.url + longRead);
    const copy = page.getByRole('button', { name: '复制链接' });
    await copy.press('Enter');
    await until('the word', async () => (await page.locator('.share-said').textContent()) === '链接已复制');
    expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('draws a code that a scanner reads as the address, from a file that is asked for then', async () => {
    await using page = await reader(longRead);
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    const press = page.getByRole('button', { name: '二维码' });
    expect(await press.getAttribute('aria-expanded')).toBe('false');
    await press.press('Enter');
    const picture = page.getByRole('img', { name: '本页地址的二维码' });
    await picture.waitFor();
    expect(await press.getAttribute('aria-expanded')).toBe('true');
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toContain(`${site.url}/_astro/`);
    expect(await readCode(await picture.screenshot())).toBe(canonical());
    await press.press('Space');
    expect(await picture.isVisible()).toBe(false);
    expect(await press.getAttribute('aria-expanded')).toBe('false');
    expect(await widerThanScreen(page)).toBe(0);
  });

  test('offers the device’s own sharing where there is one, and minds no change of mind', async () => {
    await using page = await reader('/404.html');
    expect(await page.evaluate(() => typeof navigator.share)).toBe('undefined');
    await page.goto(site.url + longRead);
    const system = page.getByRole('button', { name: '更多方式' });
    expect(await system.isVisible()).toBe(false);
    await page.addInitScript(() => {
      navigator.share = async (data) => {
        document.documentElement.dataset['shared'] = JSON.stringify(data);
        throw new DOMException('', 'AbortError');
      };
    });
    await page.reload();
    await system.press('Enter');
    const shared = await page.locator('html').getAttribute('data-shared');
    expect(JSON.parse(shared ?? '{}')).toEqual({ title: await page.title(), url: canonical() });
    expect(await page.locator('.share-said').textContent()).toBe('');
  });

  test('shows nothing where no script runs', async () => {
    await using page = await reader(longRead, { javaScriptEnabled: false });
    expect(await page.locator('.share').isVisible()).toBe(false);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});

test('nothing of it asks anybody but the site, and nothing fails', () => {
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.errors.filter((error) => !error.includes('status of 404'))).toEqual([]);
});
