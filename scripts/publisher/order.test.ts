import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, inReverseOrder, type Placed, rankOf } from './order.ts';

const page = (path: string): Placed => ({ path, origin: 'page' });
const release: Placed[] = [
  page('/sitemap.xml'),
  page('/sitemap/news-2026-11.xml'),
  page('/dong-tai/feed.xml'),
  page('/'),
  page('/dong-tai/2026/11/'),
  page('/dong-tai/'),
  page('/news/'),
  page('/news/a/'),
  page('/doctors/b/'),
  { path: '/media/ab/x-480.webp', origin: 'media' },
  { path: '/_astro/a.css', origin: 'asset' },
  page('/site.css'),
];

test('assets and media come first, then item pages, then lists, then home and feeds and sitemap', () => {
  expect(inOrder(release).map(({ path }) => path)).toEqual([
    '/_astro/a.css',
    '/media/ab/x-480.webp',
    '/site.css',
    '/doctors/b/',
    '/news/a/',
    '/dong-tai/',
    '/dong-tai/2026/11/',
    '/news/',
    '/',
    '/dong-tai/feed.xml',
    '/sitemap.xml',
    '/sitemap/news-2026-11.xml',
  ]);
});

test('the order does not depend on how the entries came', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(release, { minLength: release.length }), (shuffled) => {
      expect(inOrder(shuffled)).toEqual(inOrder(release));
      expect(inReverseOrder(shuffled)).toEqual(inOrder(release).reverse());
    }),
  );
});

test("a channel's page is a list, every other item's page is not", () => {
  expect(rankOf(page('/dong-tai/'))).toBe(2);
  expect(rankOf(page('/tags/ai/'))).toBe(1);
});
