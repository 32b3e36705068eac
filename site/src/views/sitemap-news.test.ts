import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, view } from '../routes.ts';
import { type RobotsView, robotsText } from './robots.ts';
import type { NewsSitemapView } from './sitemap-news.ts';

const article = (slug: string, facts: object) => make('article', slug, { slug, title: slug, ...facts });
const path = '/sitemap/latest-news.xml';

test('news are of the newest article’s day and of the one before', () => {
  const snapshot = hospital(
    article('old', { publishedOn: '2026-10-30' }),
    article('day', { publishedOn: '2026-10-31' }),
    article('timed', { publishedOn: '2026-11-01', publishedTime: '08:30' }),
    article('now', { publishedOn: '2026-11-01', firstPublishedAt: '2026-11-01T09:15:07+08:00' }),
  );
  const { name, articles } = view(snapshot, path) as NewsSitemapView;
  expect(name).toBe('云杉一院');
  expect(articles).toEqual([
    { loc: 'https://www.example.cn/news/timed/', title: 'timed', date: '2026-11-01T08:30:00+08:00' },
    { loc: 'https://www.example.cn/news/now/', title: 'now', date: '2026-11-01T09:15:07+08:00' },
    { loc: 'https://www.example.cn/news/day/', title: 'day', date: '2026-10-31' },
  ]);
});

test('there is no sitemap of news without any, and robots are not sent to it', () => {
  const paths = plan(hospital()).map((route) => route.path);
  expect(paths).toContain('/robots.txt');
  expect(paths).not.toContain(path);
  expect((view(hospital(), '/robots.txt') as RobotsView).sitemaps).toEqual([
    'https://www.example.cn/sitemap.xml',
  ]);
});

test('robots may read everything, and are told where the sitemaps are', () => {
  const robots = view(hospital(article('a', {})), '/robots.txt') as RobotsView;
  expect(robotsText(robots)).toBe(
    [
      'User-agent: *',
      'Allow: /',
      '',
      'Sitemap: https://www.example.cn/sitemap.xml',
      'Sitemap: https://www.example.cn/sitemap/latest-news.xml',
      '',
    ].join('\n'),
  );
});
