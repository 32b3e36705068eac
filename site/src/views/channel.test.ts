import { NoSuchView } from '@xinglin/shared/renderer.js';
import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, view } from '../routes.ts';
import type { ChannelView } from './channel.ts';

const see = (snapshot: ReturnType<typeof hospital>, slug = 'xin-wen') =>
  view(snapshot, `/${slug}/`) as ChannelView;
const day = (index: number) => `2026-10-${String(index + 1).padStart(2, '0')}`;

describe('a channel', () => {
  const articles = Array.from({ length: 25 }, (_, index) =>
    make('article', `a${index}`, { slug: `di-${index}`, publishedOn: day(index), pinned: index === 3 }),
  );

  test('shows the newest 20, what is 置顶 first and marked', () => {
    const { entries } = see(hospital(...articles));
    expect(entries).toHaveLength(20);
    expect(entries.slice(0, 2).map(({ path, pinned }) => [path, pinned])).toEqual([
      ['/news/di-3/', true],
      ['/news/di-24/', undefined],
    ]);
  });

  test('shows of each channel below what is newest anywhere below that one, once', () => {
    const snapshot = hospital(
      make('channel', 'rukou', { slug: 'ru-kou', name: '公众入口' }),
      make('channel', 'yiyuan', { slug: 'yi-yuan', name: '医院新闻', parent: 'rukou' }),
      make('channel', 'xinwen', { parent: 'yiyuan' }),
      make('channel', 'meiti', { slug: 'mei-ti', name: '媒体', parent: 'yiyuan' }),
      make('article', 'a', { slug: 'a', publishedOn: '2026-11-01', alsoIn: ['meiti'] }),
      make('article', 'b', { slug: 'b', publishedOn: '2026-11-02' }),
    );
    expect(see(snapshot, 'ru-kou').children).toMatchObject([
      {
        label: '医院新闻',
        entries: [{ path: '/news/b/' }, { path: '/news/a/' }],
        links: [{ path: '/mei-ti/' }, { path: '/xin-wen/' }],
      },
    ]);
  });

  test('offers a feed where anything dated stands in it or below it, and none of 单页 alone', () => {
    const snapshot = hospital(
      make('channel', 'rukou', { slug: 'ru-kou', name: '公众入口' }),
      make('channel', 'xinwen', { parent: 'rukou' }),
      make('channel', 'zhinan', { slug: 'zhi-nan', name: '就医指南', parent: 'rukou' }),
      make('article', 'a'),
      make('page', 'p', { channel: 'zhinan' }),
    );
    const feeds = plan(snapshot).filter(({ kind }) => kind === 'channel-feed');
    expect(feeds.map(({ path }) => path)).toEqual(['/ru-kou/feed.xml', '/xin-wen/feed.xml']);
    expect(see(snapshot, 'ru-kou')).toMatchObject({ feedPath: '/ru-kou/feed.xml' });
    expect(see(snapshot, 'xin-wen').head.feed).toEqual({ title: '新闻动态', path: '/xin-wen/feed.xml' });

    const guide = see(snapshot, 'zhi-nan');
    expect(guide.pages).toHaveLength(1);
    expect([guide.feedPath, guide.head.feed]).toEqual([undefined, undefined]);
    expect(() => view(snapshot, '/zhi-nan/feed.xml')).toThrow(NoSuchView);
  });

  test('has a page even where the tree is a circle', () => {
    const snapshot = hospital(
      make('channel', 'xinwen', { parent: 'ta' }),
      make('channel', 'ta', { slug: 'ta', name: '它', parent: 'xinwen' }),
      make('article', 'a'),
    );
    expect(see(snapshot).entries).toHaveLength(1);
    expect(see(snapshot, 'ta').children.map(({ label }) => label)).toEqual(['新闻动态']);
  });
});

test('a channel of category 公开 lists its pages as a catalogue, any other by their names', () => {
  const seen = (category: '公开' | '概况') =>
    see(
      hospital(
        make('channel', 'xinwen', { category }),
        make('department', 'yiwu', { slug: 'yi-wu', name: '医务处' }),
        make('page', 'p2', { slug: 'er', title: '价格公示', order: 20 }),
        make('page', 'p1', {
          slug: 'yi',
          title: '指南',
          department: 'yiwu',
          firstPublishedAt: '2026-11-20T08:30:00+08:00',
        }),
      ),
    );
  const { pages, catalogue } = seen('公开');
  expect({ pages, catalogue }).toEqual({
    pages: [],
    catalogue: [
      {
        label: '指南',
        path: '/pages/yi/',
        department: { label: '医务处', path: '/departments/yi-wu/' },
        publishedOn: '2026-11-20',
      },
      { label: '价格公示', path: '/pages/er/' },
    ],
  });
  const other = seen('概况');
  expect(other.pages.map(({ label }) => label)).toEqual(['指南', '价格公示']);
  expect(other.catalogue).toBeUndefined();
});
