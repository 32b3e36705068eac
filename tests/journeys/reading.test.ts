/** A reader's ways through the sample site: the keyboard, paper, old engines, every link. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser, phone, tablet } from '../rigs/browser.ts';
import { crawl } from '../rigs/crawl.ts';
import { paintedTexts, smallTargets } from '../rigs/layout.ts';
import { asOldEnginesRead } from '../rigs/old-engine.ts';
import { type SampleSite, serveSample } from '../rigs/sample-site.ts';
import { fetchXml } from '../rigs/xml.ts';

const article = '/news/zhi-suan-lian-he-shi-yan-shi/';
const relatedTabs = ['相关科室', '相关医生', '相关文章', '相关咨询', '相关视频', '相关疾病'];

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

describe('the related tabs', () => {
  test('are one stop for the keyboard; arrows, Home and End choose; each names its panel', async () => {
    await using page = await reader(article, { viewport: tablet });
    const tabs = page.getByRole('tablist', { name: '相关内容' }).getByRole('tab');
    expect(await tabs.allTextContents()).toEqual(relatedTabs);
    const chosen = page.getByRole('tab', { selected: true });
    const expectChosen = async (name = '') => {
      expect(await chosen.allTextContents()).toEqual([name]);
      expect(await chosen.evaluate((tab) => tab === document.activeElement), name).toBe(true);
      expect(await tabs.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
      const panel = page.getByRole('tabpanel');
      expect(await panel.count(), 'one panel is shown').toBe(1);
      expect(await page.getByRole('tabpanel', { name }).isVisible(), name).toBe(true);
      expect(await panel.getAttribute('id')).toBe(await chosen.getAttribute('aria-controls'));
      expect(await panel.getAttribute('aria-labelledby')).toBe(await chosen.getAttribute('id'));
    };

    await tabs.first().focus();
    await expectChosen(relatedTabs[0]);
    for (const [key, index] of [
      ['ArrowRight', 1],
      ['ArrowRight', 2],
      ['ArrowLeft', 1],
      ['End', 5],
      ['ArrowRight', 0],
      ['ArrowLeft', 5],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      await expectChosen(relatedTabs[index]);
    }
    await page.keyboard.press('Tab');
    const left = await page.evaluate(() => document.activeElement?.closest('[role="tabpanel"]')?.id);
    expect(left, 'Tab goes on into the panel').toBe(await chosen.getAttribute('aria-controls'));
  });
});

describe('on paper', () => {
  test('an article is its title, date, sources, text, credits and address, and nothing to press', async () => {
    await using page = await reader(article, { viewport: tablet });
    await page.getByRole('button', { name: '长者模式' }).click();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const hidden of ['.masthead-nav', '.masthead-tools', '.neighbours', '.related', '.footer']) {
      expect(await page.locator(hidden).count(), hidden).toBe(1);
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    }
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const printed = await page.locator('body').innerText();
    for (const part of ['来源', '发布时间', '做不成的也写进去。', `网址：${site.publicUrl}${article}`])
      expect(printed).toContain(part);
    const { size, ink } = await page
      .locator('#body > p')
      .first()
      .evaluate((paragraph) => {
        const { fontSize, color } = getComputedStyle(paragraph);
        return { size: Number.parseFloat(fontSize), ink: color };
      });
    expect(size, '11 pt, whatever the screen shows').toBeCloseTo((11 / 72) * 96);
    expect(ink, 'black, whatever the screen shows').toBe('rgb(0, 0, 0)');
  });
});

describe('an engine older than @layer', () => {
  test('shows the article in order, nothing upon another, in ink that can be read', async () => {
    await using page = await reader('/404.html');
    let rewritten = 0;
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch();
      rewritten += 1;
      await route.fulfill({ response, body: asOldEnginesRead(await response.text()) });
    });
    await page.goto(site.url + article, { waitUntil: 'load' });
    expect(rewritten, 'the site’s sheet and the settings’').toBe(2);
    const texts = await paintedTexts(page, 'article');
    const all = texts.map(({ text }) => text).join('');
    for (const part of [
      '“智算联合实验室”落户东湖院区',
      '编者按',
      '三件具体的事',
      '算力是底座',
      '做不成的也写进去。',
    ]) {
      expect(all).toContain(part);
    }
    expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    const body = await page.evaluate(() => {
      const { fontSize, lineHeight, maxWidth } = getComputedStyle(document.body);
      return { size: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight), maxWidth };
    });
    expect(body.size).toBe(18);
    expect(body.line / body.size).toBeCloseTo(1.9);
    expect(body.maxWidth, 'lines are not as long as the screen is wide').not.toBe('none');
    const paragraphs = await page
      .locator('#body > *')
      .evaluateAll((blocks) =>
        blocks.map((block) => block.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      );
    const upon = paragraphs.filter(({ top }, at) => at > 0 && top < (paragraphs[at - 1]?.bottom ?? 0) - 1);
    expect(upon).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(await smallTargets(page)).toEqual([]);
    const grounds = await page
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).backgroundColor));
    expect(grounds[0], 'the chosen tab is told from the others').not.toBe(grounds[1]);
    for (const control of ['.sizer', '.masthead-menu', '.masthead-nav', '.reading-tools', '.printed-address'])
      expect(await page.locator(control).first().isVisible(), `${control}, which it could not style`).toBe(
        false,
      );
    await page.getByRole('button', { name: '长者模式' }).click();
    expect(
      await page
        .locator('#body > p')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize),
    ).toBe('24px');
  });
});

describe('feeds and links', () => {
  const here = (url: string) => {
    expect(url.startsWith(`${site.publicUrl}/`), url).toBe(true);
    return url.slice(site.publicUrl.length);
  };

  test('every RSS feed parses, and its entries lead to pages that are there', async () => {
    const feeds = site.routes.filter(({ kind }) => kind === 'rss' || kind.endsWith('-feed'));
    expect(new Set(feeds.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    for (const { path } of feeds) {
      const { channel } = (await fetchXml(site.url + path)).rss;
      const items: { link: string }[] = channel.item ?? [];
      expect(items.length, `${path} has something to tell`).toBeGreaterThan(0);
      expect(channel.title).not.toBe('');
      for (const link of [channel.link, ...items.map((item) => item.link)])
        expect((await fetch(site.url + here(link))).status, link).toBe(200);
    }
    const guide = await (await fetch(`${site.url}/jiu-yi-zhi-nan/`)).text();
    expect(guide, 'a channel of 单页 alone offers none').not.toContain('feed.xml');
    expect((await fetch(`${site.url}/jiu-yi-zhi-nan/feed.xml`)).status).toBe(404);
  });

  test('robots find the sitemaps by robots.txt, and no browser asks for an icon that is not there', async () => {
    const robots = await fetch(`${site.url}/robots.txt`);
    expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const sitemaps = (await robots.text()).match(/(?<=^Sitemap: ).*$/gm) ?? [];
    expect(sitemaps.length).toBe(2);
    for (const url of sitemaps) expect(typeof (await fetchXml(site.url + here(url)))).toBe('object');
    const icons = {
      '/favicon.ico': 'image/x-icon',
      '/favicon.svg': 'image/svg+xml',
      '/apple-touch-icon.png': 'image/png',
    };
    for (const [path, type] of Object.entries(icons)) {
      const answer = await fetch(site.url + path);
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, type]);
    }
  });

  test('the sitemap names every page but months of lists once, in parts, and each answers', async () => {
    const index = await fetchXml(`${site.url}/sitemap.xml`);
    const parts: string[] = index.sitemapindex.sitemap.map(({ loc }: { loc: string }) => here(loc));
    const planned = site.routes.filter(({ kind }) => kind === 'sitemap-part');
    expect([...parts].sort()).toEqual(planned.map(({ path }) => path));
    const named: string[] = [];
    for (const part of parts) {
      const { urlset } = await fetchXml(site.url + part);
      named.push(...urlset.url.map(({ loc }: { loc: string }) => here(loc)));
    }
    const pages = site.routes.filter(
      ({ path, kind, status }) => path.endsWith('/') && status === 200 && !kind.endsWith('-month'),
    );
    expect([...named].sort()).toEqual(pages.map(({ path }) => path).sort());
    for (const path of named) expect((await fetch(site.url + path)).status, path).toBe(200);
  });

  test('from the home page every page of the site is reached, and no link, picture or file is dead', async () => {
    const { reached, dead } = await crawl(site, ['/', '/404.html', '/410.html']);
    expect(dead).toEqual([]);
    // A doctor who has left stands in no list, only where an article names her; robots find the sitemap.
    const robots = /^\/(?:robots\.txt|sitemap\.xml|sitemap\/.+)$/;
    const here = site.routes.filter(({ path, status }) => status === 200 && !robots.test(path));
    const unlisted = ['/doctors/sun-he/'];
    expect(here.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual(unlisted);
    expect((await crawl(site, unlisted)).dead, 'nor is one on what stands in no list').toEqual([]);
  });
});

test('reading asks nobody but the site', () => {
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.errors.filter((error) => !error.includes('status of 404'))).toEqual([]);
});
