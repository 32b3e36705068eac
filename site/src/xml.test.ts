import { expect, test } from 'vitest';
import { rssXml, sitemapIndexXml, sitemapXml } from './xml.ts';

const feed = {
  title: 'A & B',
  description: '<新闻>',
  link: 'https://www.example.cn/',
  self: 'https://www.example.cn/rss.xml',
  items: [
    {
      title: '“甲”\u0001乙',
      link: 'https://www.example.cn/news/a/',
      description: 'x',
      date: 'Tue, 26 Mar 2024 14:02:00 +0800',
    },
  ],
};

test('RSS escapes what the office wrote and drops what XML cannot carry', () => {
  const xml = rssXml(feed);
  expect(xml).toContain('<title>A &amp; B</title>');
  expect(xml).toContain('<description>&lt;新闻&gt;</description>');
  expect(xml).toContain('<title>“甲”乙</title>');
  expect(xml).toContain('<guid>https://www.example.cn/news/a/</guid><pubDate>Tue, 26 Mar 2024');
});

test('the sitemap dates what has a date', () => {
  const xml = sitemapXml({
    urls: [{ loc: 'https://a.cn/' }, { loc: 'https://a.cn/b/', lastmod: '2026-11-01' }],
  });
  expect(xml).toContain('<url><loc>https://a.cn/</loc></url>');
  expect(xml).toContain('<url><loc>https://a.cn/b/</loc><lastmod>2026-11-01</lastmod></url>');
});

test('the sitemap of sitemaps names its parts', () => {
  expect(sitemapIndexXml({ parts: ['https://a.cn/sitemap/undated.xml'] })).toContain(
    '<sitemap><loc>https://a.cn/sitemap/undated.xml</loc></sitemap>',
  );
});
