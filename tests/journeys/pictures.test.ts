/**
 * Pictures on one page of every kind, in a real browser: nothing moves when they arrive, none of the first screen
 * waits for a reader, and each is fetched at the width that it takes.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, desktop, openBrowser, phone, tablet } from '../rigs/browser.ts';
import { noteShifts, shifts } from '../rigs/preferences.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';

const screens = { phone, tablet, desktop };

/** Nobody sees so little of a move: a word by a pixel. A picture without its place moves a hundred times as much. */
const unseen = 0.0005;

/** Px across of a portrait in a list: what stands below a short text may be on the first screen and may wait. */
const small = 90;

let site: SampleSite;
let browser: Browser;
/** Of each kind the page with the most pictures. */
let specimens: Map<string, string>;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
  const pages = await Promise.all(
    site.routes
      .filter(({ path, status }) => status === 200 && path.endsWith('/'))
      .map(async ({ kind, path }) => {
        const html = await (await fetch(site.url + path)).text();
        return { kind, path, pictures: html.match(/<img |<video /g)?.length ?? 0 };
      }),
  );
  const fewestFirst = pages.toSorted((a, b) => a.pictures - b.pictures);
  specimens = new Map(fewestFirst.map(({ kind, path }) => [kind, path]));
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

interface Shown {
  file: string;
  lazy: boolean;
  high: boolean;
  /** Px from the top of the document, and across. */
  top: number;
  width: number;
  /** Px across that `sizes` promised. */
  promised: number;
  /** Px across of the original. */
  original: number;
}

const shownOn = (page: Page): Promise<Shown[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLImageElement>('main img'), (image) => {
      const { top, width } = image.getBoundingClientRect();
      return {
        file: image.currentSrc.replace(/.*-/, ''),
        lazy: image.loading === 'lazy',
        high: image.fetchPriority === 'high',
        top: top + window.scrollY,
        width,
        promised: image.naturalWidth,
        original: Number(image.getAttribute('width')),
      };
    }).filter(({ width }) => width > 0),
  );

/** Scrolls through all of the page, so that what is lazy comes. */
async function walkThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) {
      if (image.getBoundingClientRect().width === 0) continue;
      image.scrollIntoView({ behavior: 'instant' });
      if (!image.complete) await new Promise((done) => image.addEventListener('load', done, { once: true }));
    }
    window.scrollTo(0, 0);
  });
}

/** How much of a page moves when its pictures come after the first paint. */
async function movedBy(path: string, viewport: typeof phone, html?: string): Promise<number> {
  const page = await browser.page({ viewport });
  await noteShifts(page);
  if (html !== undefined)
    await page.route(site.url + path, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const painted = Promise.withResolvers<void>();
  await page.route('**/media/**', async (route) => {
    await painted.promise;
    await route.continue();
  });
  await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
  await shifts(page);
  painted.resolve();
  await page.waitForLoadState('load');
  const moved = await shifts(page);
  await page.context().close();
  return moved;
}

test.each(Object.entries(screens))('nothing moves when pictures arrive late: %s', async (_name, viewport) => {
  const found: Record<string, number> = {};
  for (const [kind, path] of specimens) {
    const moved = await movedBy(path, viewport);
    if (moved > unseen) found[`${kind} ${path}`] = moved;
  }
  expect(found).toEqual({});
});

test('a picture that does not say its size would be noticed', async () => {
  const path = specimens.get('topic') ?? '';
  const html = await (await fetch(site.url + path)).text();
  const bare = html.replace(/(<img[^>]*?) width="\d+" height="\d+"/g, '$1');
  expect(await movedBy(path, desktop, bare)).toBeGreaterThan(100 * unseen);
});

test.each(Object.entries(screens))(
  'none of the first screen is lazy, and one at most comes before all else: %s',
  async (_name, viewport) => {
    const found: Record<string, Shown[]> = {};
    for (const [kind, path] of specimens) {
      const page = await browser.page({ viewport });
      await page.goto(site.url + path);
      const shown = await shownOn(page);
      const late = shown.filter(({ lazy, top, width }) => lazy && top < viewport.height && width > small);
      const first = shown.filter(({ high }) => high);
      const wrong = [...late, ...(first.length > 1 ? first : [])];
      if (wrong.length > 0) found[`${kind} ${path}`] = wrong;
      await page.context().close();
    }
    expect(found).toEqual({});
  },
);

test.each(Object.entries(screens))(
  'each is as wide as `sizes` says, within a fifth, and never wider than it is: %s',
  async (_name, viewport) => {
    const found: Record<string, Shown[]> = {};
    for (const [kind, path] of specimens) {
      const page = await browser.page({ viewport });
      await page.goto(site.url + path);
      await walkThrough(page);
      const wrong = (await shownOn(page)).filter(
        ({ width, promised, original }) =>
          width > original + 1 ||
          (Math.abs(width - original) > 1 &&
            (promised < width * 0.95 || promised > Math.max(width * 1.25, width + 24))),
      );
      if (wrong.length > 0) found[`${kind} ${path}`] = wrong;
      await page.context().close();
    }
    expect(found).toEqual({});
  },
);

test('a portrait in a list costs the narrowest file, on a sharp screen as well', async () => {
  const page = await browser.page({ viewport: phone, deviceScaleFactor: 2 });
  await page.goto(`${site.url}/departments/xin-nei-ke/`);
  await walkThrough(page);
  const files = await page
    .locator('.photo img')
    .evaluateAll((images) =>
      images.map((image) => (image as HTMLImageElement).currentSrc.replace(/.*-/, '')),
    );
  expect(new Set(files)).toEqual(new Set(['240.webp']));
  await page.context().close();
});
