/** 浏览次数 as readers see it: it grows, it is never in the way, and without the counter the page is whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser, phone } from '../rigs/browser.ts';
import { openCounter, readersAgent, type TestCounter } from '../rigs/counter.ts';
import { sampleLedger } from '../rigs/sample.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';
import { until } from '../rigs/until.ts';

const articles = sampleLedger()
  .items()
  .filter((item) => item.type === 'article');
const imported = articles.find(({ legacyViews }) => legacyViews !== undefined);
const written = articles.find(({ legacyViews }) => legacyViews === undefined);
if (imported?.legacyViews === undefined || written === undefined) {
  throw new Error('the sample lacks an article that was imported, or one that was not');
}
const baked = imported.legacyViews;
const pathOf = ({ slug }: { slug: string }) => `/news/${slug}/`;

let counter: TestCounter;
let site: SampleSite;
let browser: Browser;
beforeAll(async () => {
  counter = await openCounter(articles.map(({ id }) => id));
  [site, browser] = await Promise.all([serveSample({ counterPort: counter.port }), openBrowser()]);
});
afterAll(async () => {
  for (const one of [browser, site, counter]) await one?.[Symbol.asyncDispose]();
});

async function reader(path: string, options: Parameters<Browser['page']>[0] = {}) {
  const page = await browser.page({ viewport: phone, userAgent: readersAgent, ...options });
  await page.goto(site.url + path);
  const shown = () => page.locator('[data-views]').textContent();
  return Object.assign(page, { shown, [Symbol.asyncDispose]: () => page.context().close() });
}

const counted = async (id: string) => (await counter.totals(id))[id] ?? 0;
const toBeCounted = (id: string, reads: number) =>
  until(`${reads} reads of ${id}`, async () => (await counted(id)) === reads);

describe('浏览次数', () => {
  test('grows with each read, on top of what was imported', async () => {
    {
      await using page = await reader(pathOf(imported));
      await toBeCounted(imported.id, 1);
      await page.reload();
      await toBeCounted(imported.id, 2);
    }
    await using page = await reader(pathOf(imported));
    await until('the number on the page', async () => Number(await page.shown()) >= baked + 2);
    expect(Number(await page.shown())).toBeLessThanOrEqual(baked + 3);
    await toBeCounted(imported.id, 3);
  });

  test('begins with — where nothing was imported, and is no live region', async () => {
    await using still = await reader(pathOf(written), { javaScriptEnabled: false });
    expect(await still.shown()).toBe('—');
    await counter.read(written.id);
    await using page = await reader(pathOf(written));
    await until('a number', async () => Number(await page.shown()) >= 1);
    expect(await page.locator('[aria-live], [role="status"]').locator('[data-views]').count()).toBe(0);
  });

  test('counts a page once it is seen, not while it lies in a hidden tab', async () => {
    const before = await counted(written.id);
    const page = await browser.page({ viewport: phone, userAgent: readersAgent });
    await page.addInitScript(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    });
    await page.goto(site.url + pathOf(written));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await counted(written.id)).toBe(before);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' });
      for (let time = 0; time < 3; time += 1) document.dispatchEvent(new Event('visibilitychange'));
    });
    await toBeCounted(written.id, before + 1);
    await page.context().close();
  });

  test('counts no program, keeps no cookie and asks nobody else', async () => {
    const before = await counted(written.id);
    const program = await browser.page({ viewport: phone });
    await Promise.all([
      program.waitForResponse((answer) => answer.url().includes('/views?')),
      program.goto(site.url + pathOf(written)),
    ]);
    expect(await program.context().cookies()).toEqual([]);
    await program.context().close();
    await using page = await reader(pathOf(written));
    await toBeCounted(written.id, before + 1);
    expect(await page.context().cookies()).toEqual([]);
    expect(browser.foreignRequests).toEqual([]);
  });

  test('leaves the page whole and its number as it was while the counter is away, without a word of complaint', async () => {
    await using alone = await serveSample({ counterPort: 9 });
    const errors = browser.errors.length;
    const page = await browser.page({ viewport: phone, userAgent: readersAgent });
    const answered = page.waitForResponse((answer) => answer.url().includes('/views?'));
    await page.goto(alone.url + pathOf(imported));
    expect((await answered).status()).toBe(204);
    expect(await page.locator('[data-views]').textContent()).toBe(String(baked));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(imported.title);
    expect(browser.errors.slice(errors)).toEqual([]);
    await page.context().close();
  });
});
