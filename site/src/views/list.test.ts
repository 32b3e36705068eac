import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { view } from '../routes.ts';
import { describeList, type ListView, yearsOf } from './list.ts';
import type { ListMonthView } from './month.ts';
import type { PageView } from './page.ts';

const months = (...names: string[]) => names.map((month) => ({ month, path: `/x/${month}/` }));

describe('the months of a list', () => {
  test('stand by year, the newest year open', () => {
    const years = yearsOf(months('2026-02', '2026-01', '2025-12'));
    expect(years.map(({ year, open, months: ofYear }) => [year, open, ofYear.length])).toEqual([
      ['2026', true, 2],
      ['2025', true, 1],
    ]);
  });
  test('are folded where they make more than a year together, but for the newest', () => {
    const whole = (year: number) => Array.from({ length: 12 }, (_, at) => `${year}-${12 - at}`);
    const years = yearsOf(months('2026-01', ...whole(2025), ...whole(2024)));
    expect(years.map(({ year, open }) => [year, open])).toEqual([
      ['2026', true],
      ['2025', false],
      ['2024', false],
    ]);
    expect(yearsOf(months(...whole(2025))).map(({ open }) => open)).toEqual([true]);
  });
});

describe('what search engines are told of a list', () => {
  test('is its name and the first three titles, in 120 characters', () => {
    expect(describeList('动态', ['一', '二', '三', '四'])).toBe('动态：一；二；三');
    expect(describeList('动态', [])).toBe('动态');
    const long = describeList('动态', ['𠮷'.repeat(200)]);
    expect([...long]).toHaveLength(120);
    expect(long.endsWith('𠮷…')).toBe(true);
  });
  test('is said of every list of the site, and of every month', () => {
    const snapshot = hospital(
      make('article', 'a', { series: 'xieying', tags: ['kepu'] }),
      make('series', 'xieying'),
      make('tag', 'kepu'),
      make('notice', 'n'),
      make('video', 'v'),
      make('consultation', 'c'),
      make('topic', 't'),
    );
    for (const list of [
      '/xin-wen/',
      '/tags/ke-pu/',
      '/series/xie-ying/',
      '/news/',
      '/notices/',
      '/videos/',
    ]) {
      const { head } = view(snapshot, list) as PageView;
      expect(head.description, list).toMatch(/\S{4}/);
    }
    for (const index of ['/tags/', '/series/', '/consultations/', '/topics/'])
      expect((view(snapshot, index) as PageView).head.description, index).toMatch(/\S{4}/);
    const month = view(snapshot, '/xin-wen/2026/11/') as ListMonthView;
    expect(month.head.description).toBe('新闻动态 2026年11月：停诊通知；一篇新闻');
  });
});

test('a month tells from whom an article comes, two of them at most', () => {
  const sources = ['心内科', '信息中心', '东湖院区'].map((label) => ({ kind: '科室', label }) as const);
  const snapshot = hospital(
    make('article', 'a', { sources }),
    make('article', 'b', { slug: 'b', publishedOn: '2026-11-02', sources: sources.slice(0, 2) }),
  );
  const { list } = view(snapshot, '/news/2026/11/') as ListMonthView;
  expect(list.entries.map(({ source, summary }) => [source, summary])).toEqual([
    ['心内科、信息中心', undefined],
    ['心内科、信息中心等', undefined],
  ]);
});

test('the name of a series stands before its articles, but not in its own list', () => {
  const snapshot = hospital(make('series', 'xieying'), make('article', 'a', { series: 'xieying' }));
  const labels = (path: string) => (view(snapshot, path) as ListView).entries.map(({ label }) => label);
  expect([labels('/xin-wen/'), labels('/series/xie-ying/')]).toEqual([['医海撷英'], [undefined]]);
  const { list } = view(snapshot, '/series/xie-ying/2026/11/') as ListMonthView;
  expect(list.entries.map(({ label }) => label)).toEqual([undefined]);
});

test('a notice that has run out says so in lists, where there is room', () => {
  const snapshot = hospital(make('notice', 'n', { expired: true }), make('notice', 'm', { slug: 'm' }));
  const { list } = view(snapshot, '/notices/2026/11/') as ListMonthView;
  expect(list.entries.map(({ source }) => source)).toEqual(['已过期', undefined]);
});
