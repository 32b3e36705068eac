import { describe, expect, test } from 'vitest';
import { feedPath, indexPath, itemPath, monthPath, sitemapPartPath } from './paths.ts';
import { itemAddressAt, placeOf } from './place.ts';

const kindOf = (path: string) => placeOf(path)?.kind;

describe('a path read back', () => {
  test('names the single pages', () => {
    expect(['/', '/rss.xml', '/sitemap.xml', '/404.html', '/410.html', '/site.css'].map(kindOf)).toEqual([
      'home',
      'rss',
      'sitemap',
      'not-found',
      'gone',
      'site-style',
    ]);
    expect(['/rss/', '/sitemap/', '/sitemap/latest-news.xml', '/robots.txt'].map(kindOf)).toEqual([
      'rss-index',
      'site-map',
      'sitemap-news',
      'robots',
    ]);
  });
  test('tells an item from the list of its type and from a channel', () => {
    expect(placeOf(itemPath('article', 'a-1'))).toMatchObject({ kind: 'article', slug: 'a-1' });
    expect(kindOf(indexPath('department'))).toBe('department-index');
    expect(placeOf(itemPath('channel', 'xin-wen'))).toMatchObject({ kind: 'channel', slug: 'xin-wen' });
  });
  test('reads months and their pages of channels, tags and whole types', () => {
    const channel = itemPath('channel', 'xin-wen');
    expect(placeOf(monthPath(channel, '2026-11'))).toEqual({
      path: '/xin-wen/2026/11/',
      kind: 'channel-month',
      slug: 'xin-wen',
      month: '2026-11',
      page: 1,
    });
    expect(placeOf(monthPath(channel, '2026-11', 12))).toMatchObject({ month: '2026-11', page: 12 });
    expect(kindOf(monthPath(itemPath('tag', '2026'), '2026-11'))).toBe('tag-month');
    expect(kindOf(monthPath(indexPath('video'), '2026-11', 2))).toBe('video-index-month');
  });
  test('reads the feed of a list', () => {
    expect(placeOf(feedPath(itemPath('channel', 'xin-wen')))).toMatchObject({
      kind: 'channel-feed',
      slug: 'xin-wen',
    });
    expect(placeOf('/departments/xin-nei/feed.xml')).toMatchObject({
      kind: 'department-feed',
      slug: 'xin-nei',
    });
  });
  test('reads the parts of the sitemap', () => {
    const part = { type: 'article', month: '2026-11' } as const;
    expect(sitemapPartPath(part)).toBe('/sitemap/news-2026-11.xml');
    expect(placeOf(sitemapPartPath(part))).toEqual({
      path: '/sitemap/news-2026-11.xml',
      kind: 'sitemap-part',
      slug: 'article',
      month: '2026-11',
      page: 1,
    });
    expect(placeOf(sitemapPartPath('undated', 3))).toMatchObject({ slug: '', month: '', page: 3 });
  });
  test('tells whose page, month or feed it is', () => {
    const owner = (path: string) => {
      const place = placeOf(path);
      return place && itemAddressAt(place);
    };
    for (const path of ['/xin-wen/', '/xin-wen/2026/11/', '/xin-wen/feed.xml']) {
      expect(owner(path)).toEqual({ type: 'channel', slug: 'xin-wen' });
    }
    expect(owner('/departments/a/feed.xml')).toEqual({ type: 'department', slug: 'a' });
    expect(owner('/series/a/2026/11/2/')).toEqual({ type: 'series', slug: 'a' });
    expect(['/', '/news/', '/news/2026/11/', '/sitemap/news-2026-11.xml'].map(owner)).toEqual(
      Array(4).fill(undefined),
    );
  });
  test.each([
    '/sitemap/undated-1.xml',
    '/sitemap/xinwen-2026-11.xml',
    '/sitemap/news-2026-13.xml',
    '/sitemap/news/',
    '/news',
    '/xin-wen/2026/13/',
    '/xin-wen/2026/11/1/',
    '/xin-wen/2026/11/0/',
    '/xin-wen/2026/',
    '/a/b/c/d/',
    '/admin/',
    '/xin-wen/index.html',
    '',
  ])('knows no page at “%s”', (path) => {
    expect(placeOf(path)).toBeUndefined();
  });
});
