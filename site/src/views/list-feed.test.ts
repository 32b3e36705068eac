import type { Item } from '@xinglin/shared/content/item.js';
import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, view } from '../routes.ts';
import type { FeedView } from './feed.ts';
import type { PageView } from './page.ts';
import type { RssIndexView } from './rss-index.ts';

const site = 'https://www.example.cn';
const facts: Item[] = [
  make('series', 's', { slug: 's', name: '医海撷英' }),
  make('series', 'leer', { slug: 'leer', name: '没有文章' }),
  make('department', 'kong', { slug: 'kong', name: '空科' }),
  make('department', 'gu', { slug: 'gu', name: '骨科', intro: '看骨头。', order: 5 }),
  make('article', 'a', { slug: 'a', title: '甲', series: 's', publishedOn: '2026-11-03' }),
  make('article', 'b', {
    slug: 'b',
    title: '乙',
    publishedOn: '2026-11-04',
    sources: [{ kind: '外部单位', label: '某报' }],
    related: { ...make('article', 'x').related, departments: ['gu'] },
  }),
  make('notice', 'n', {
    slug: 'n',
    title: '骨科停诊',
    publishedOn: '2026-11-05',
    suspensions: [
      { department: 'gu', from: '2026-11-06', until: '2026-11-06', session: '上午', state: '未开始' },
    ],
  }),
];
const snapshot = hospital(...facts);
const titles = (path: string) => (view(snapshot, path) as FeedView).items.map(({ title }) => title);

describe('feeds', () => {
  test('are there for every channel, department and series that has anything to tell', () => {
    const paths = plan(snapshot).filter(({ kind }) => kind.endsWith('-feed'));
    expect(paths.map(({ path }) => path)).toEqual([
      '/departments/gu/feed.xml',
      '/departments/xin-nei/feed.xml',
      '/series/s/feed.xml',
      '/xin-wen/feed.xml',
    ]);
  });

  test('of a department tell of its articles, those about it, and notices of its 停诊', () => {
    expect(titles('/departments/gu/feed.xml')).toEqual(['骨科停诊', '乙']);
    expect(titles('/departments/xin-nei/feed.xml')).toEqual(['甲']);
    expect(view(snapshot, '/departments/gu/feed.xml')).toMatchObject({
      title: '骨科 - 云杉一院',
      description: '看骨头。',
      link: `${site}/departments/gu/`,
      self: `${site}/departments/gu/feed.xml`,
    });
  });

  test('of a series tell of its articles', () => {
    expect(titles('/series/s/feed.xml')).toEqual(['甲']);
  });

  test('are named by the pages of their lists, and by no page whose list has none', () => {
    const feedOf = (path: string) => (view(snapshot, path) as PageView).head.feed;
    expect(feedOf('/departments/gu/')).toEqual({ title: '骨科', path: '/departments/gu/feed.xml' });
    expect(feedOf('/series/s/')).toEqual({ title: '医海撷英', path: '/series/s/feed.xml' });
    expect(feedOf('/departments/kong/')).toBeUndefined();
    expect(feedOf('/series/leer/')).toBeUndefined();
  });

  test('name an entry by its document, which no new title or address changes', () => {
    const [entry] = (view(snapshot, '/series/s/feed.xml') as FeedView).items;
    const moved = make('article', 'a', { slug: 'moved', title: '改了', series: 's' });
    const after = hospital(...facts.filter(({ id }) => id !== 'a'), moved);
    const [again] = (view(after, '/series/s/feed.xml') as FeedView).items;
    expect([entry?.guid, again?.guid]).toEqual(['article:a', 'article:a']);
  });

  test('go on at the former address of a department', () => {
    const after = hospital(...facts, make('department', 'gu', { slug: 'gu', formerSlugs: ['gu-jiu'] }));
    const route = plan(after).find(({ path }) => path === '/departments/gu-jiu/feed.xml');
    expect(route).toMatchObject({ kind: 'moved-feed', status: 301, location: '/departments/gu/feed.xml' });
    expect((view(after, '/departments/gu-jiu/feed.xml') as FeedView).items.length).toBe(2);
  });

  test('are all named on one page for readers', () => {
    const { address, groups } = view(snapshot, '/rss/') as RssIndexView;
    expect(address).toBe(`${site}/rss.xml`);
    expect(groups.map(({ label, feeds }) => [label, ...feeds.map((feed) => feed.label)])).toEqual([
      ['按栏目', '新闻动态'],
      ['按科室', '骨科', '心内科'],
      ['按系列', '医海撷英'],
    ]);
  });
});
