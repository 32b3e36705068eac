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
      { title: '活动', url: 'https://hd.example.cn/', summary: '周六义诊。', picture: 'm' },
      { article: 'gone', title: '已撤下' },
    ];
    const topic = make('topic', 't', { intro: '导语第一句。', cover: 'm' });
    const slot = make('slot', 's', { position: '首页推荐', items });
    const { recommended } = see(hospital(topic, make('media', 'm'), slot));
    expect(recommended).toMatchObject([
      { path: '/topics/zhuan-ti/', title: '看专题', summary: '导语第一句。', picture: { width: 1600 } },
      { path: 'https://gh.example.cn/', title: '去看看' },
      { path: 'https://hd.example.cn/', title: '活动', summary: '周六义诊。', picture: { width: 1600 } },
    ]);
    expect(recommended[1]).toEqual({ path: 'https://gh.example.cn/', title: '去看看' });
  });
  test('shows 停诊 that run, then those to come, and no notice that has run out', () => {
    const period = { from: '2026-11-20', until: '2026-11-21', session: '上午', doctor: 'd' } as const;
    const snapshot = hospital(
      make('doctor', 'd'),
      make('notice', 'later', {
        slug: 'later',
        suspensions: [{ ...period, from: '2026-11-19', state: '未开始' }],
      }),
      make('notice', 'n', { suspensions: [{ ...period, state: '进行中' }] }),
      make('notice', 'over', { slug: 'over', suspensions: [{ ...period, state: '已结束' }] }),
      make('notice', 'old', { slug: 'old', expired: true }),
    );
    const { suspensions, notices } = see(snapshot);
    expect(suspensions.count).toBe(2);
    expect(suspensions.shown.map(({ state, notice }) => [state, notice.path])).toEqual([
      ['进行中', '/notices/tong-zhi/'],
      ['未开始', '/notices/later/'],
    ]);
    expect(notices.entries.map(({ path }) => path)).toEqual([
      '/notices/over/',
      '/notices/tong-zhi/',
      '/notices/later/',
    ]);
  });
  test('has room for three 停诊, and tells how many there are', () => {
    const period = { until: '2026-11-30', session: '全天', department: 'xinnei', state: '进行中' } as const;
    const days = Array.from({ length: 7 }, (_, index) => ({ ...period, from: `2026-11-0${7 - index}` }));
    const { suspensions } = see(hospital(make('notice', 'n', { suspensions: days })));
    expect([suspensions.shown.length, suspensions.count]).toEqual([3, 7]);
    expect(suspensions.shown[0]?.from).toBe('2026-11-01');
  });
  test('leads to departments where patients go, and to the letters of those who work here', () => {
    const snapshot = hospital(
      make('department', 'xinxi', { slug: 'xin-xi', name: '信息中心', category: '职能' }),
      make('doctor', 'a', { slug: 'a', pinyin: 'zhou min' }),
      make('doctor', 'b', { slug: 'b', pinyin: 'an ning' }),
      make('doctor', 'c', { slug: 'c', pinyin: 'he he', status: '离院' }),
    );
    const { departments, initials } = see(snapshot).finder;
    expect(departments).toEqual([
      { label: '临床科室', links: [{ label: '心内科', path: '/departments/xin-nei/' }] },
    ]);
    expect(initials).toEqual([
      { label: 'A', path: '/doctors/#zi-mu-a' },
      { label: 'Z', path: '/doctors/#zi-mu-z' },
    ]);
  });
});
