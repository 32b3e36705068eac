import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, route, view } from '../routes.ts';
import { partSize, type SitemapIndexView, type SitemapView } from './sitemap.ts';

const site = 'https://www.example.cn';
const lastmod = '2026-11-21T01:02:03Z';
const urls = (snapshot: Snapshot, path: string) => (view(snapshot, path) as SitemapView).urls;

const snapshot = hospital(
  make('media', 'tu'),
  make('media', 'huai', { sha256: 'cd'.repeat(32), broken: '坏了' }),
  make('article', 'a', { slug: 'a', publishedOn: '2026-11-02', publishedTime: '08:00' }),
  make('article', 'b', {
    slug: 'b',
    publishedOn: '2026-11-01',
    cover: 'tu',
    body: '![图](media:tu) ![图](media:huai)',
    attachments: [{ media: 'huai', name: '附件' }],
  }),
  make('article', 'c', { slug: 'c', publishedOn: '2026-10-31', formerSlugs: ['c-jiu'] }),
  make('doctor', 'd', { slug: 'd', photo: 'tu' }),
  make('video', 'v'),
  make('channel', 'kong', { slug: 'kong' }),
  { type: 'article', id: 'd', slug: 'd', reason: 'gone' },
);

test('the index names a part for all without a date, and one for each month of each dated type', () => {
  const names = ['undated', 'news-2026-11', 'news-2026-10', 'videos-2026-06'];
  expect((view(snapshot, '/sitemap.xml') as SitemapIndexView).parts).toEqual(
    names.map((name) => ({ loc: `${site}/sitemap/${name}.xml`, lastmod })),
  );
});

test('a part tells when each of its pages was last changed, and which pictures it shows', () => {
  expect(urls(snapshot, '/sitemap/news-2026-11.xml')).toEqual([
    { loc: `${site}/news/b/`, lastmod, images: [`${site}/media/ab/${'ab'.repeat(32)}-960.jpg`] },
    { loc: `${site}/news/a/`, lastmod, images: [] },
  ]);
});

test('what has no date tells of its changes as well; lists do not, because they change with what they list', () => {
  const undated = urls(snapshot, '/sitemap/undated.xml');
  const at = (path: string) => undated.find(({ loc }) => loc === `${site}${path}`);
  expect(at('/doctors/d/')).toMatchObject({ lastmod, images: [expect.stringContaining('/media/ab/')] });
  for (const list of ['/', '/xin-wen/', '/news/', '/sitemap/', '/rss/']) {
    expect(at(list), list).toMatchObject({ lastmod: undefined, images: [] });
  }
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
