import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { view } from '../routes.ts';
import type { HomeView } from './home.ts';

const see = (snapshot: ReturnType<typeof hospital>) => view(snapshot, '/') as HomeView;

describe('home', () => {
  test('leads with the slot, then with what is pinned, then with the newest', () => {
    const articles = [
      make('article', 'new', { slug: 'new', publishedOn: '2026-11-20' }),
      make('article', 'pinned', { slug: 'pinned', publishedOn: '2026-01-01', pinned: true }),
      make('article', 'chosen', { slug: 'chosen', publishedOn: '2025-01-01' }),
    ];
    const slot = make('slot', 's', { position: '首页头条', items: [{ article: 'chosen' }] });
    expect(see(hospital(...articles, slot)).lead?.path).toBe('/news/chosen/');
    expect(see(hospital(...articles)).lead?.path).toBe('/news/pinned/');
    expect(see(hospital(...articles.slice(0, 1))).lead?.path).toBe('/news/new/');
  });
  test('takes a slot’s own words, and drops a slot that leads nowhere', () => {
    const items = [
      { title: '不存在', url: '/topics/mei-you/' },
      { title: '看专题', url: '/topics/zhuan-ti/' },
      { title: '去看看', url: 'https://gh.example.cn/' },
      { article: 'gone', title: '已撤下' },
    ];
    const topic = make('topic', 't', { intro: '导语第一句。', cover: 'm' });
    const slot = make('slot', 's', { position: '首页推荐', items });
    const { recommended } = see(hospital(topic, make('media', 'm'), slot));
    expect(recommended).toMatchObject([
      { path: '/topics/zhuan-ti/', title: '看专题', summary: '导语第一句。', picture: { width: 1600 } },
      { path: 'https://gh.example.cn/', title: '去看看' },
    ]);
    expect(recommended[1]).toEqual({ path: 'https://gh.example.cn/', title: '去看看' });
  });
  test('shows 停诊 that hold now, and no notice that has run out', () => {
    const now = { from: '2026-11-20', until: '2026-11-21', session: '上午', doctor: 'd' } as const;
    const snapshot = hospital(
      make('doctor', 'd'),
      make('notice', 'n', { suspensions: [{ ...now, state: '进行中' }] }),
      make('notice', 'later', { slug: 'later', suspensions: [{ ...now, state: '未开始' }] }),
      make('notice', 'old', { slug: 'old', expired: true }),
    );
    expect(see(snapshot).suspensions.shown.map(({ doctor }) => doctor?.name)).toEqual(['任敬一']);
    expect(see(snapshot).notices.entries.map(({ path }) => path)).toEqual([
      '/notices/tong-zhi/',
      '/notices/later/',
    ]);
  });
});
