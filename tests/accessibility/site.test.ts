/** Every page kind of the site in a real browser: axe, small screens, keyboard, no script, old engines. */
import { fileOf } from '@xinglin/shared/paths.js';
import { placeOf } from '@xinglin/shared/place.js';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { root } from '../../scripts/settings.ts';
import { violations } from '../rigs/axe.ts';
import { type Browser, openBrowser, phone, tablet } from '../rigs/browser.ts';
import { Ledger } from '../rigs/ledger.ts';
import { sampleItems } from '../rigs/sample.ts';
import { serve } from '../rigs/static-site.ts';
import { cleanTree } from '../rigs/two-trees.ts';

const article = '/news/zhi-suan-lian-he-shi-yan-shi/';
let files: Record<string, string>;
let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
/** One path of each kind: the longest page of it, which shows the most. */
let specimens: string[];

beforeAll(async () => {
  files = await cleanTree(new Ledger().put(...sampleItems()), await loadBundle(root), { media: false });
  site = await serve(files);
  browser = await openBrowser();
  const longest = new Map<string, string>();
  for (const file of Object.keys(files).filter((name) => name.endsWith('.html'))) {
    const path = `/${file.replace(/index\.html$/, '')}`;
    const kind = placeOf(path)?.kind ?? path;
    const known = longest.get(kind);
    if (known === undefined || (files[fileOf(known)] ?? '').length < (files[file] ?? '').length) {
      longest.set(kind, path);
    }
  }
  specimens = [...longest.values()];
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

/** Opens a path in a page of its own, and closes it after. */
async function at<Result>(
  path: string,
  options: BrowserContextOptions & { elder?: boolean },
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const { elder = false, ...context } = options;
  const page = await browser.page(context);
  if (elder) await page.addInitScript(() => localStorage.setItem('xinglin.elder', '1'));
  await page.goto(`${site.origin}${path}`);
  try {
    return await look(page);
  } finally {
    // Contexts of this single-process Chromium share their storage.
    if (context.javaScriptEnabled !== false) await page.evaluate(() => localStorage.clear());
    await page.close();
  }
}

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('every page kind', () => {
  const manners: [string, Parameters<typeof at>[1]][] = [
    ['on a phone', { viewport: phone }],
    ['on a dark tablet', { viewport: tablet, colorScheme: 'dark' }],
    ['on a phone in 长者模式', { viewport: phone, elder: true }],
  ];
  test.each(manners)('has no axe violation and nothing wider than the screen %s', async (_, options) => {
    const found: unknown[] = [];
    for (const path of specimens) {
      const seen = await at(path, options, async (page) => ({
        over: await wider(page),
        violations: await violations(page),
      }));
      if (seen.over > 0 || seen.violations.length > 0) found.push({ path, ...seen });
    }
    expect(found).toEqual([]);
  });

  test('asks nobody else for anything and logs no error', () => {
    expect(browser.foreignRequests).toEqual([]);
    expect(browser.errors).toEqual([]);
  });

  test('carries no script and no style inside its HTML', () => {
    const inline = Object.entries(files).filter(
      ([name, text]) =>
        name.endsWith('.html') && /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/.test(text),
    );
    expect(inline.map(([name]) => name)).toEqual([]);
  });
});

test('every link inside the site leads to a page of it, and every # to a place on its page', () => {
  const broken: string[] = [];
  for (const [name, text] of Object.entries(files).filter(([file]) => file.endsWith('.html'))) {
    for (const [, path = '', place = ''] of text.matchAll(/<a [^>]*href="(\/[^"#?]*|)(?:#([^"]*))?"/g)) {
      const target = path === '' ? text : files[fileOf(path)];
      if (/^\/(?:files|media)\//.test(path)) continue;
      if (target === undefined) broken.push(`${name}: ${path}`);
      else if (place !== '' && !target.includes(`id="${place}"`)) broken.push(`${name}: #${place}`);
    }
  }
  expect([...new Set(broken)]).toEqual([]);
});

describe('the related tabs', () => {
  test('are one stop for the keyboard, and arrows move between them', async () => {
    await at(article, { viewport: tablet }, async (page) => {
      const tabs = page.getByRole('tab');
      expect(await tabs.allTextContents()).toEqual([
        '相关科室',
        '相关医生',
        '相关文章',
        '相关咨询',
        '相关视频',
        '相关疾病',
      ]);
      await tabs.first().focus();
      await page.keyboard.press('ArrowRight');
      const chosen = page.getByRole('tab', { selected: true });
      expect(await chosen.textContent()).toBe('相关医生');
      expect(await chosen.evaluate((tab) => tab === document.activeElement)).toBe(true);
      await page.keyboard.press('End');
      expect(await page.getByRole('tabpanel').count()).toBe(1);
      expect(await page.getByRole('tabpanel', { name: '相关疾病' }).isVisible()).toBe(true);
    });
  });

  test('are a list of sections with headings where no script runs', async () => {
    await at(article, { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('tab').count()).toBe(0);
      for (const name of ['相关科室', '相关疾病']) {
        expect(await page.getByRole('heading', { name }).isVisible()).toBe(true);
      }
      expect(await page.getByText('字号').isVisible()).toBe(false);
      expect(await page.getByRole('button').count()).toBe(0);
    });
  });
});

describe('what the reader chooses', () => {
  test('the size of the text moves in figures between 14 and 28 and is remembered', async () => {
    await at(article, {}, async (page) => {
      const larger = page.getByRole('button', { name: '放大字号' });
      for (let size = 18; size < 28; size += 1) await larger.click();
      expect(await page.locator('[data-size-output]').textContent()).toBe('28');
      expect(await larger.getAttribute('aria-disabled')).toBe('true');
      await page.reload();
      const text = page.locator('#body > p').first();
      expect(await text.evaluate((element) => getComputedStyle(element).fontSize)).toBe('28px');
    });
  });

  test('长者模式 is one press away and holds on the next page before anything is painted', async () => {
    await at('/', {}, async (page) => {
      await page.getByRole('button', { name: '长者模式' }).click();
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.body === null) return;
          observer.disconnect();
          document.documentElement.dataset['atBody'] = String(
            document.documentElement.hasAttribute('data-elder'),
          );
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(`${site.origin}${article}`);
      const html = page.locator('html');
      expect(await html.getAttribute('data-at-body')).toBe('true');
      expect(await html.evaluate((element) => getComputedStyle(element).fontSize)).toBe('24px');
      expect(await page.getByRole('button', { name: '长者模式' }).getAttribute('aria-pressed')).toBe('true');
    });
  });
});

describe('an engine older than @layer', () => {
  test('still gets a readable page', async () => {
    const page = await browser.page({ viewport: phone });
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: asOldEnginesRead(await response.text()) });
    });
    await page.goto(`${site.origin}${article}`);
    const body = await page.evaluate(() => {
      const { fontSize, lineHeight, maxWidth } = getComputedStyle(document.body);
      return { size: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight), maxWidth };
    });
    expect(body.size).toBe(18);
    expect(body.line / body.size).toBeCloseTo(1.9);
    expect(body.maxWidth).not.toBe('none');
    expect(await wider(page)).toBeLessThanOrEqual(0);
    expect(await page.getByText('字号').isVisible()).toBe(false);
    await page.close();
  });
});

/** Without `@layer` blocks, and with the sheet that asks for their absence switched on. */
function asOldEnginesRead(css: string): string {
  let kept = '';
  let at = 0;
  for (let start = css.indexOf('@layer'); start >= 0; start = css.indexOf('@layer', at)) {
    kept += css.slice(at, start);
    at = endOfRule(css, start);
  }
  return `${kept}${css.slice(at)}`.replace(/@supports[^{]*text-emphasis[^{]*\{/, '@media all{');
}

function endOfRule(css: string, start: number): number {
  const stop = /[;{]/g;
  stop.lastIndex = start;
  const found = stop.exec(css);
  if (found === null || found[0] === ';') return (found?.index ?? css.length) + 1;
  let depth = 1;
  let at = found.index + 1;
  for (; depth > 0 && at < css.length; at += 1) depth += css[at] === '{' ? 1 : css[at] === '}' ? -1 : 0;
  return at;
}
