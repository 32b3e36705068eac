/** What machines read: every feed and sitemap holds to the rules of its format, whatever is on the site. */
import type { Renderer } from '@xinglin/shared/renderer.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { root } from '../../scripts/settings.ts';
import { rssXml } from '../../site/src/rss-xml.ts';
import { newsSitemapXml, sitemapXml } from '../../site/src/sitemap-xml.ts';
import { loadCorpus } from '../rigs/corpus.ts';
import { DenseNewsroom } from '../rigs/dense-newsroom.ts';
import { machineFiles } from '../rigs/machine-files.ts';
import { rssFaults } from '../rigs/rss-rules.ts';
import { sampleLedger } from '../rigs/sample.ts';
import { readSitemap } from '../rigs/sitemap-rules.ts';
import { many, readXml, type XmlNode } from '../rigs/xml-rules.ts';

let renderer: Renderer;
beforeAll(async () => {
  ({ renderer } = await loadBundle(root));
});

test('every feed and sitemap of the sample is valid, at addresses that moved too', async () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  sampleLedger().applyTo(snapshot);
  const { feeds, sitemaps, faults } = await machineFiles(renderer, snapshot);
  expect(faults).toEqual([]);
  expect(feeds).toBeGreaterThan(5);
  expect(sitemaps).toBeGreaterThan(5);
});

test('those of a newsroom of a thousand articles are', async () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  loadCorpus(snapshot, { articles: 1000, pictures: 40 });
  const { feeds, sitemaps, faults } = await machineFiles(renderer, snapshot);
  expect(faults).toEqual([]);
  expect(feeds).toBeGreaterThan(20);
  expect(sitemaps).toBeGreaterThan(20);
});

test('those of random newsrooms are, after whatever was done to them', async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const office = new DenseNewsroom(seed);
    for (let batch = 0; batch < 6; batch += 1) office.batch();
    const snapshot = openSnapshot(':memory:', { readOnly: false });
    office.ledger.applyTo(snapshot);
    expect((await machineFiles(renderer, snapshot)).faults, `newsroom ${seed}`).toEqual([]);
  }
});

const origin = 'https://www.example.cn';
/** What is left of a text between tags, white space at its ends aside. */
const told = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/\r\n?/g, '\n')
    .trim();
const anyText = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => told(text) !== '');

test('whatever an office writes is read back from a feed and from a sitemap of news', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, description) => {
      const item = {
        guid: 'article:a',
        title,
        description,
        link: `${origin}/news/a/`,
        date: { day: '2026-11-01' },
      };
      const xml = rssXml({
        title,
        description,
        link: `${origin}/`,
        self: `${origin}/rss.xml`,
        items: [item],
      });
      expect(rssFaults(xml, `${origin}/rss.xml`)).toEqual([]);
      const { root: rss } = readXml(xml, 'rss');
      const [found] = many(((rss as XmlNode)['channel'] as XmlNode)['item']) as XmlNode[];
      expect(told(String(found?.['title']))).toBe(told(title));
      const news = newsSitemapXml({
        name: description,
        articles: [{ loc: item.link, title, date: '2026-11-01' }],
      });
      expect(readSitemap(news, origin)).toEqual({ locs: [item.link], faults: [] });
    }),
  );
});

test('the rules notice what breaks them', () => {
  const item = {
    guid: 'article:a',
    title: '甲',
    description: '乙',
    link: `${origin}/news/a/`,
    date: { minute: 'Sun, 01 Nov 2026 08:30:00 +0800' },
  };
  const feed = {
    title: '站',
    description: '院',
    link: `${origin}/`,
    self: `${origin}/rss.xml`,
    items: [item],
  };
  const faults = (changed: object, xml = (text: string) => text) =>
    rssFaults(xml(rssXml({ ...feed, ...changed })), `${origin}/rss.xml`);
  expect(faults({})).toEqual([]);
  expect(faults({ title: '' })).toHaveLength(1);
  expect(faults({ link: '/' })).toHaveLength(1);
  expect(faults({ self: `${origin}/feed.xml` })).toHaveLength(1);
  expect(faults({ items: [item, item] })).toHaveLength(1);
  expect(faults({ items: [{ ...item, date: { minute: 'Mon, 01 Nov 2026 08:30:00 +0800' } }] })).toHaveLength(
    1,
  );
  expect(faults({ items: [{ ...item, date: { day: '2026-02-30' } }] })).toHaveLength(1);
  expect(faults({ items: [{ ...item, picture: '/media/a.jpg' }] })).toHaveLength(1);
  expect(faults({}, (xml) => xml.replace('</item>', ''))).toHaveLength(1);
  const map = (changed: object) =>
    readSitemap(
      sitemapXml({
        urls: [{ loc: `${origin}/a/`, lastmod: '2026-11-01T00:00:00Z', images: [], ...changed }],
      }),
      origin,
    ).faults;
  expect(map({})).toEqual([]);
  expect(map({ loc: 'https://other.example.cn/a/' })).toHaveLength(1);
  expect(map({ loc: `${origin}/新闻/` })).toHaveLength(1);
  expect(map({ lastmod: '2026-11-01 00:00' })).toHaveLength(1);
  expect(map({ images: ['/media/a.jpg'] })).toHaveLength(1);
  expect(readSitemap(sitemapXml({ urls: [] }), origin).faults).toHaveLength(1);
});
