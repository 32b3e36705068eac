import { expect, test } from 'vitest';
import { newsSitemapXml, sitemapIndexXml, sitemapXml } from './sitemap-xml.ts';

test('a part dates what has a date, and names the pictures of each page', () => {
  const xml = sitemapXml({
    urls: [
      { loc: 'https://a.cn/', images: [] },
      { loc: 'https://a.cn/b/', lastmod: '2026-11-01T08:30:00Z', images: ['https://a.cn/x.jpg'] },
    ],
  });
  expect(xml).toContain('<url><loc>https://a.cn/</loc></url>');
  expect(xml).toContain(
    '<url><loc>https://a.cn/b/</loc><lastmod>2026-11-01T08:30:00Z</lastmod>' +
      '<image:image><image:loc>https://a.cn/x.jpg</image:loc></image:image></url>',
  );
});

test('the sitemap of sitemaps names its parts, and when each was changed', () => {
  const parts = [
    { loc: 'https://a.cn/sitemap/undated.xml' },
    { loc: 'https://a.cn/sitemap/news-2026-11.xml', lastmod: '2026-11-01T08:30:00Z' },
  ];
  const xml = sitemapIndexXml({ parts });
  expect(xml).toContain('<sitemap><loc>https://a.cn/sitemap/undated.xml</loc></sitemap>');
  expect(xml).toContain('news-2026-11.xml</loc><lastmod>2026-11-01T08:30:00Z</lastmod></sitemap>');
});

test('news have a publication, a date and a title', () => {
  const articles = [{ loc: 'https://a.cn/news/a/', title: '甲 & 乙', date: '2026-11-01' }];
  expect(newsSitemapXml({ name: '云杉一院', articles })).toContain(
    '<url><loc>https://a.cn/news/a/</loc><news:news><news:publication><news:name>云杉一院</news:name>' +
      '<news:language>zh-cn</news:language></news:publication>' +
      '<news:publication_date>2026-11-01</news:publication_date><news:title>甲 &amp; 乙</news:title></news:news></url>',
  );
});
