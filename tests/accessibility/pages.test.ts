/**
 * One page of every kind, the longest of it, in a real browser: axe, a finger's targets, narrow screens, the dark,
 * 长者模式, nobody else asked, and all of it without a script.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../site/src/kinds.ts';
import { bringAxe, violations } from '../rigs/axe.ts';
import { type Browser, desktop, openBrowser, phone, tablet } from '../rigs/browser.ts';
import { smallTargets } from '../rigs/layout.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';

/** Kinds that are read by machines; journeys/reading.test.ts parses them. */
const feeds = [
  ...['channel-feed', 'department-feed', 'moved-feed', 'robots', 'rss', 'series-feed', 'site-style'],
  ...['sitemap', 'sitemap-news', 'sitemap-part'],
];

/** What stands at addresses that were given up is spelled like what stood there: a kind by its view alone. */
const former = ['moved', 'moved-feed', 'removed', 'withdrawn'];

interface Specimen {
  kind: string;
  path: string;
  status: number;
  html: string;
}

let site: SampleSite;
let browser: Browser;
let pages: Specimen[];
/** The longest page of each kind shows the most of it. */
let specimens: Specimen[];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSample(), openBrowser()]);
  pages = await Promise.all(
    site.routes
      .filter(({ kind }) => !feeds.includes(kind))
      .map(async (route) => ({
        ...route,
        html: await (await fetch(site.url + route.path, { redirect: 'manual' })).text(),
      })),
  );
  const shortestFirst = pages.toSorted((a, b) => a.html.length - b.html.length);
  specimens = [...new Map(shortestFirst.map((page) => [page.kind, page])).values()];
});
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]();
  await site?.[Symbol.asyncDispose]();
});

/** Looks at every specimen in one context; gives what `look` found wrong, by kind. */
async function faultsOf(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<readonly unknown[]>,
): Promise<Record<string, readonly unknown[]>> {
  const page = await browser.page(options);
  if (options.javaScriptEnabled !== false) await bringAxe(page);
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    // Of a page that is served as missing or gone, Chromium logs the status itself.
    const ofPage = message.location().url === page.url() && /status of 4(?:04|10)/.test(message.text());
    if (message.type() === 'error' && !ofPage) troubles.push(message.text());
  });
  page.on('response', (response) => {
    if (!response.ok() && !response.request().isNavigationRequest())
      troubles.push(`${response.status()} ${response.url()}`);
  });
  const found: Record<string, readonly unknown[]> = {};
  for (const specimen of specimens) {
    if (specimen.status === 301) await standStill(page, specimen);
    const answer = await page.goto(site.url + specimen.path);
    const faults = [...(await look(page)), ...troubles.splice(0)];
    const status = specimen.status === 301 ? 200 : specimen.status;
    if (answer?.status() !== status) faults.push(`answers ${answer?.status()}`);
    if (faults.length > 0) found[`${specimen.kind} ${specimen.path}`] = faults;
  }
  if ((await page.context().cookies()).length > 0) found['cookies'] = await page.context().cookies();
  await page.context().close();
  return found;
}

/** A page that leads on, as it stands on hosts without rules, long enough to be looked at. */
async function standStill(page: Page, { path, html }: Specimen): Promise<void> {
  const body = html.replace(/<meta http-equiv="refresh"[^>]*>/, '');
  await page.route(site.url + path, (route) => route.fulfill({ contentType: 'text/html', body }));
}

/** What holds of every page however it is shown. */
async function commonFaults(page: Page): Promise<unknown[]> {
  const { over, headings, language } = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - window.innerWidth,
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
  }));
  return [
    ...(over > 0 ? [`${over} px wider than the screen`] : []),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(language === 'zh-CN' ? [] : [`lang is ${language}`]),
    ...(await smallTargets(page)),
    ...(await violations(page)),
  ];
}

/**
 * Texts of the page's main part that nobody sees, there or elsewhere in it. What is folded unfolds without a script.
 */
function hiddenTexts(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const hidden: string[] = [];
    const seen = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      const aside = element?.closest('[data-needs-js], details, script, video') !== null;
      if (element?.checkVisibility({ visibilityProperty: true })) seen.add(text);
      else if (!aside && text !== '') hidden.push(text);
    }
    return hidden.filter((text) => !seen.has(text));
  });
}

describe('one page of every kind', () => {
  test('no kind of the site is left out', () => {
    expect([...specimens.map(({ kind }) => kind), ...feeds].sort()).toEqual(
      [...Object.keys(kinds), ...former].sort(),
    );
  });

  test.concurrent('on a phone, in 长者模式 and without, breaks no rule of accessibility and asks nobody else', async () => {
    const options = { viewport: phone, colorScheme: 'light', hasTouch: true } as const;
    const found = await faultsOf(options, async (page) => {
      const plain = await commonFaults(page);
      await page.getByRole('button', { name: '长者模式' }).click();
      const on = await page.locator('html[data-elder]').count();
      const large = await commonFaults(page);
      await page.getByRole('button', { name: '长者模式' }).click();
      return [
        ...plain,
        ...(on === 1 ? [] : ['长者模式 is not on']),
        ...large.map((fault) => ({ 长者模式: fault })),
      ];
    });
    expect(found).toEqual({});
  });

  test.concurrent('in the dark, on a tablet and a desktop, breaks no rule of accessibility and asks nobody else', async () => {
    const found = await faultsOf({ viewport: desktop, colorScheme: 'dark' }, async (page) => {
      const wide = await commonFaults(page);
      await page.setViewportSize(tablet);
      const narrow = await commonFaults(page);
      await page.setViewportSize(desktop);
      return [...wide, ...narrow.map((fault) => ({ tablet: fault }))];
    });
    expect(found).toEqual({});
  });

  test.concurrent('shows all that it holds where no script runs, and no control that would do nothing', async () => {
    const found = await faultsOf({ viewport: desktop, javaScriptEnabled: false }, async (page) => {
      const lost = await hiddenTexts(page);
      const controls = await page
        .locator('button:visible, [role]:is([role=tab], [role=button]):visible')
        .count();
      return [
        ...lost.map((part) => `lost: ${part}`),
        ...(controls === 0 ? [] : [`${controls} dead controls`]),
      ];
    });
    expect(found).toEqual({});
  });
});

test('no page of the site carries a script, a handler or a style inside its HTML; schema.org data is none', () => {
  const inline =
    /<script(?! type="application\/ld\+json">)(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i;
  expect(pages.filter(({ html }) => inline.test(html)).map(({ path }) => path)).toEqual([]);
});

test('no page of the site shows an empty line', () => {
  const empty = /<(p|li|dt|dd|h[1-6]|figcaption)(?:\s[^>]*)?>\s*<\/\1>/;
  expect(pages.filter(({ html }) => empty.test(html)).map(({ path }) => path)).toEqual([]);
});

test('an article shows its six related sections as lists, and no 字号, where no script runs', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  await page.goto(site.url + (specimens.find(({ kind }) => kind === 'article')?.path ?? ''));
  for (const name of ['相关科室', '相关医生', '相关文章', '相关咨询', '相关视频', '相关疾病']) {
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
    expect(await section.last().getByRole('listitem').first().isVisible(), name).toBe(true);
  }
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(await page.getByText('字号').filter({ visible: true }).count()).toBe(0);
  await page.context().close();
});

test('no page asked anybody but its own site', () => {
  expect(browser.foreignRequests).toEqual([]);
});
