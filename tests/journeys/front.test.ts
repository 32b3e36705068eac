/** A patient's ways from home, and through a channel's years: on a phone, with scripts and without. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import { smallTargets } from '../rigs/layout.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';
import { until } from '../rigs/until.ts';

/** The smallest phone screen that counts. */
const small = { width: 360, height: 640 };
const channel = '/mei-ti/';
const errands = ['挂号', '停诊', '出诊', '电话', '怎么走'];

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
  const page = await browser.page({ viewport: small, ...options });
  await page.goto(site.url + path);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

/** Presses, and stays until the page is there whole. */
async function follow(page: Page, link: Locator, place: string): Promise<void> {
  await Promise.all([page.waitForURL(site.url + place), link.press('Enter')]);
}
const errand = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '就医常用' }).getByRole('link', { name });

describe.each([true, false])('home, with scripts: %s', (javaScriptEnabled) => {
  test('offers the five errands on the first screen of a phone, each as large as a finger', async () => {
    await using page = await reader('/', { javaScriptEnabled });
    const links = page.getByRole('navigation', { name: '就医常用' }).getByRole('link');
    expect(await links.locator('b').allTextContents()).toEqual(errands);
    for (const name of errands) {
      const box = await errand(page, name).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThan(small.height / 2);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(small.width);
  });

  test('leads to 挂号, 停诊, 出诊 and the way there, and dials', async () => {
    await using page = await reader('/', { javaScriptEnabled });
    expect(await errand(page, '电话').getAttribute('href')).toBe('tel:01055500100');
    for (const [name, place, heading] of [
      ['挂号', '/pages/gua-hao/', '预约挂号'],
      ['停诊', '/notices/#ting-zhen', '正在停诊'],
      ['出诊', '/doctors/', '找医生'],
      ['怎么走', '/campuses/', '院区与交通'],
    ] as const) {
      await follow(page, errand(page, name), place);
      expect(await page.getByRole('heading', { name: heading }).first().isVisible(), name).toBe(true);
      await page.goBack();
    }
  });

  test('tells of a 停诊 before all news, in a line that leads to its notice', async () => {
    await using page = await reader('/', { javaScriptEnabled });
    const told = page.getByRole('region', { name: '停诊' });
    expect((await told.boundingBox())?.y).toBeLessThan(small.height / 2);
    expect(await told.getByRole('listitem').first().innerText()).toMatch(
      /心内科 周敏\s+3月23日至3月27日上午\s+总院/,
    );
    const line = told.getByRole('link', { name: '心内科 周敏' });
    await follow(page, line, '/notices/zhou-min-ting-zhen/');
  });

  test('keeps departments and letters folded until they are asked for, by keyboard', async () => {
    await using page = await reader('/', { javaScriptEnabled });
    const main = page.getByRole('main');
    for (const [fold, link, place] of [
      ['临床科室', '儿科', '/departments/er-ke/'],
      ['医生姓氏的拼音', 'Z', '/doctors/#zi-mu-z'],
    ] as const) {
      const found = main.locator('details').getByRole('link', { name: link, exact: true });
      expect(await found.isVisible(), link).toBe(false);
      await main.locator('summary').filter({ hasText: fold }).press('Enter');
      await until(link, () => found.isVisible());
      expect(await smallTargets(page)).toEqual([]);
      await follow(page, found, place);
      await page.goBack();
    }
  });
});

test('a doctor is looked for by name from home; without scripts no field promises it', async () => {
  await using page = await reader('/');
  const field = page.getByRole('searchbox', { name: '医生姓名' });
  await field.fill('zhoumin');
  await follow(page, field, '/doctors/?name=zhoumin');
  const found = page.locator('.found li').filter({ visible: true });
  await until('the doctor found', async () => (await found.count()) === 1);
  expect(await found.getByRole('link').textContent()).toBe('周敏');

  await using plain = await reader('/', { javaScriptEnabled: false });
  expect(await plain.getByRole('searchbox').count()).toBe(0);
});

describe.each([true, false])('a channel, with scripts: %s', (javaScriptEnabled) => {
  test('shows the newest, and leads by year and month to everything before', async () => {
    await using page = await reader(channel, { javaScriptEnabled, viewport: phone });
    await page.getByRole('link', { name: '按年月查看' }).press('Enter');
    const month = page.locator('#nian-2025').getByRole('link', { name: '2月', exact: true });
    const years = page.locator('.year > summary');
    expect(await years.allTextContents()).toEqual(['2026年', '2025年']);
    expect(await month.isVisible(), 'an older year is folded').toBe(false);
    await years.last().press('Enter');
    await until('the months of 2025', () => month.isVisible());
    expect(await smallTargets(page)).toEqual([]);
    await follow(page, month, `${channel}2025/02/`);

    const entries = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.locator('time') });
    expect(await entries.allInnerTexts()).toEqual([
      expect.stringMatching(/^媒体看杏林：去年2月的一件小事\s+2025-02-15\s+杏林日报$/),
    ]);
    const others = page.getByRole('navigation', { name: '其他月份' });
    await follow(page, others.getByRole('link', { name: '较早：2025年1月' }), `${channel}2025/01/`);
    expect(await others.getByRole('link', { name: '较早' }).count(), 'there is none before').toBe(0);
    const year = others.getByRole('link', { name: '媒体看杏林2025年各月' });
    await follow(page, year, `${channel}#nian-2025`);
    await until('the months of 2025, unfolded', () => month.isVisible());
  });
});

test('a channel that holds nothing is offered nowhere, one of 单页 alone without a feed', async () => {
  await using page = await reader('/gong-zhong-ru-kou/');
  const titles = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  expect(titles).toContain('就医指南');
  expect(titles).not.toContain('空栏目');
  await page.goto(`${site.url}/jiu-yi-zhi-nan/`);
  expect(await page.getByRole('main').getByRole('link').allTextContents()).toEqual(['预约挂号']);
});

test('nobody else was asked, and no script stumbled', () => {
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.errors).toEqual([]);
});
