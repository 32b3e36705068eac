/** Ways to a doctor: by the form and without it, through departments and campuses, and what a 停诊 changes on them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, violations } from '../rigs/axe.ts';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import { smallTargets } from '../rigs/layout.ts';
import { noteShifts, shifts } from '../rigs/preferences.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';
import { until } from '../rigs/until.ts';

const [finder, zhou, cardiology] = ['/doctors/', '/doctors/zhou-min/', '/departments/xin-nei-ke/'];

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

/** A reader with a phone of their own. */
async function reader(path: string, options: Parameters<Browser['page']>[0] = {}) {
  const page = await browser.page({ viewport: phone, ...options });
  await page.goto(site.url + path);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

/** Those who are shown, by their addresses: two are called the same. */
const shown = (page: Page) =>
  page
    .locator('.found li:visible a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

const told = (page: Page, words: string) =>
  until(`to be told: ${words}`, async () => (await page.getByRole('status').last().textContent()) === words);

const everyone = ['/doctors/lin-yue/', zhou, '/doctors/zhou-min-2/'];

describe('找医生', () => {
  test('finds by initials, says how many, and keeps what is asked in the address', async () => {
    await using page = await reader(finder);
    const search = page.getByRole('search', { name: '查找医生' });
    await search.getByLabel('姓名').pressSequentially('zm');
    expect(await shown(page)).toEqual([zhou]);
    await told(page, '找到 1 位医生');
    expect(new URL(page.url()).search).toBe('?name=zm');
    await search.getByLabel('姓名').fill('周');
    expect(await shown(page)).toEqual(everyone.slice(1));
    await told(page, '找到 2 位医生');
  });

  test('holds choices together: who is on a campus on Wednesdays is not there on Mondays', async () => {
    await using page = await reader(finder);
    const search = page.getByRole('search');
    await search.getByLabel('院区').selectOption('东湖院区');
    await search.getByLabel('出诊日').selectOption('周三');
    expect(await shown(page)).toEqual([zhou]);
    await search.getByLabel('出诊日').selectOption('周一');
    expect(await shown(page)).toEqual([]);
    await told(page, '没有找到符合条件的医生。请减少条件，或换一种写法。');
    await search.getByRole('button', { name: '清除条件' }).click();
    await told(page, '找到 3 位医生');
    expect(await shown(page)).toEqual(everyone);
    expect(page.url()).toBe(site.url + finder);
  });

  test('begins with what the address asks, and passes over what it does not know', async () => {
    await using page = await reader(`${finder}?department=dao-guan-shi&title=%E5%B7%AB%E5%B8%88`);
    expect(await shown(page)).toEqual(['/doctors/lin-yue/']);
    expect(await page.getByLabel('科室').inputValue()).toBe('dao-guan-shi');
    expect(await page.getByLabel('职称').inputValue()).toBe('');
    await told(page, '找到 1 位医生');
    expect(new URL(page.url()).search).toBe('?department=dao-guan-shi');
  });

  test('is done by keyboard alone, and stands as it was on the way back', async () => {
    await using page = await reader(finder);
    await page.getByLabel('姓名').focus();
    await page.keyboard.type('lin');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('林越');
    await told(page, '找到 1 位医生');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/doctors/lin-yue/');
    await page.goBack();
    await until('what was asked', async () => (await page.getByLabel('姓名').inputValue()) === 'lin');
    expect(await shown(page)).toEqual(['/doctors/lin-yue/']);
  });

  test('waits while an input method composes', async () => {
    await using page = await reader(finder);
    const field = page.getByLabel('姓名');
    const type = (value: string, isComposing: boolean) =>
      field.evaluate(
        (input: HTMLInputElement, [text, composing]) => {
          input.value = text;
          input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }));
        },
        [value, isComposing] as const,
      );
    await type('lin yue yue', true);
    expect(await shown(page)).toEqual(everyone);
    await type('林', false);
    expect(await shown(page)).toEqual(['/doctors/lin-yue/']);
  });

  test('moves nothing while it loads, is easily pressed and breaks no rule of WCAG, filtered too', async () => {
    await using page = await browser.page({ viewport: phone }).then(async (one) => {
      await bringAxe(one);
      await noteShifts(one);
      return Object.assign(one, { [Symbol.asyncDispose]: () => one.context().close() });
    });
    await page.goto(site.url + finder);
    expect(await shifts(page)).toBeLessThan(0.01);
    expect(await smallTargets(page)).toEqual([]);
    await page.getByLabel('科室').selectOption('心内科');
    await told(page, '找到 2 位医生');
    expect(await violations(page)).toEqual([]);
  });

  test('without scripts is a list of everyone by letters, and departments lead to theirs', async () => {
    await using page = await reader(finder, { javaScriptEnabled: false });
    expect(await page.getByRole('search').count()).toBe(0);
    expect(await shown(page)).toEqual(everyone);
    await page.getByText('按科室查看').click();
    await page.getByRole('group').getByRole('link', { name: '心内科' }).click();
    await page.waitForURL(`**${cardiology}`);
    expect(await page.getByRole('heading', { name: '主任医师', exact: true }).isVisible()).toBe(true);
  });
});

/** The words of a table's row, field by field, as a screen reader says them. */
const fields = (page: Page, table: string, row: string) =>
  page
    .getByRole('group', { name: table })
    .getByRole('row', { name: row })
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.trim().replaceAll(/\s+/g, ' ')));

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test('a doctor’s page tells in words when clinic is held, and what a 停诊 of the unit leaves out', async () => {
    await using page = await reader(zhou, { javaScriptEnabled });
    expect(await fields(page, '总院出诊时间', '周一')).toEqual(['专家停诊 3月23日至27日']);
    expect(await fields(page, '东湖院区出诊时间', '周三')).toEqual(['特需停诊 4月1日']);
    const boxes = page.locator('.callout');
    expect(await boxes.getByRole('heading').allTextContents()).toEqual(['正在停诊', '即将停诊']);
    expect(await boxes.nth(1).textContent()).toContain('门诊系统升级');
  });

  test('a department’s page leads up, down and to its campuses, and tells who is there when', async () => {
    await using page = await reader(cardiology, { javaScriptEnabled });
    const facts = page.locator('.facts');
    expect(await facts.getByRole('link').allTextContents()).toEqual([
      '010-5550 0131',
      '总院',
      '东湖院区',
      '导管室',
    ]);
    expect(await fields(page, '总院出诊时间', '周一')).toEqual(['周敏专家停诊 3月23日至27日', '不出诊']);
    await facts.getByRole('link', { name: '导管室' }).click();
    await page.waitForURL('**/dao-guan-shi/');
    expect(await facts.getByRole('link').allTextContents()).toEqual(['总院', '心内科']);
  });

  test('who has left has a page that says so and holds no clinic', async () => {
    await using page = await reader('/doctors/sun-he/', { javaScriptEnabled });
    expect(await page.locator('.callout').textContent()).toContain('已离院');
    expect(await page.getByRole('table').count()).toBe(0);
  });

  test('a campus tells which clinics are held there, and leads to maps without asking them for anything', async () => {
    await using page = await reader('/campuses/zong-yuan/', { javaScriptEnabled });
    expect((await fields(page, '总院门诊一览', '心内科')).slice(0, 3)).toEqual(['上午', '夜间', '无门诊']);
    const maps = page.locator('.facts').getByRole('link', { name: /地图/ });
    expect(
      await maps.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol)),
    ).toEqual(['https:', 'geo:']);
    expect(browser.foreignRequests).toEqual([]);
  });

  test('a disease says when its review is overdue', async () => {
    await using page = await reader('/diseases/guan-xin-bing/', { javaScriptEnabled });
    expect(await page.locator('.callout').textContent()).toContain('2026年2月1日');
  });
});
