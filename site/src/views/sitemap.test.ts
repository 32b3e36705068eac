import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, route, view } from '../routes.ts';
import { partSize, type SitemapIndexView, type SitemapView } from './sitemap.ts';

const site = 'https://www.example.cn';
const urls = (snapshot: Snapshot, path: string) => (view(snapshot, path) as SitemapView).urls;

const snapshot = hospital(
  make('article', 'a', { slug: 'a', publishedOn: '2026-11-02', publishedTime: '08:00' }),
  make('article', 'b', { slug: 'b', publishedOn: '2026-11-01' }),
  make('article', 'c', { slug: 'c', publishedOn: '2026-10-31', formerSlugs: ['c-jiu'] }),
  make('video', 'v'),
  make('channel', 'kong', { slug: 'kong' }),
  { type: 'article', id: 'd', slug: 'd', reason: 'gone' },
);

test('the index names a part for all without a date, and one for each month of each dated type', () => {
  expect((view(snapshot, '/sitemap.xml') as SitemapIndexView).parts).toEqual([
    `${site}/sitemap/undated.xml`,
    `${site}/sitemap/news-2026-11.xml`,
    `${site}/sitemap/news-2026-10.xml`,
    `${site}/sitemap/videos-2026-06.xml`,
  ]);
});

test('a part tells when its pages are from, by their content alone', () => {
  expect(urls(snapshot, '/sitemap/news-2026-11.xml')).toEqual([
    { loc: `${site}/news/b/`, lastmod: '2026-11-01' },
    { loc: `${site}/news/a/`, lastmod: '2026-11-02' },
  ]);
});

test('every page that is there stands in one part, but months of lists; what moved or is gone in none', () => {
  const paths = plan(snapshot).filter(({ kind }) => kind === 'sitemap-part');
  const named = paths.flatMap(({ path }) => urls(snapshot, path).map(({ loc }) => loc.slice(site.length)));
  const pages = plan(snapshot).filter(
    ({ path, status, kind }) => status === 200 && path.endsWith('/') && !kind.endsWith('-month'),
  );
  expect(named.sort()).toEqual(pages.map(({ path }) => path));
});

test('a part has no second page before it is full', () => {
  expect(partSize).toBeLessThanOrEqual(50_000);
  expect(route(snapshot, '/sitemap/undated-2.xml')).toBeUndefined();
  expect(route(snapshot, '/sitemap/news-2026-09.xml')).toBeUndefined();
});
