import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, view } from '../routes.ts';
import type { SiteMapView } from './site-map.ts';

const see = (...items: Parameters<typeof hospital>) => view(hospital(...items), '/sitemap/') as SiteMapView;

test('channels stand as they hang in one another, with their 单页; an empty one is not shown', () => {
  const { channels } = see(
    make('channel', 'ru', { slug: 'ru', name: '公众入口', order: 1 }),
    make('channel', 'xinwen', { parent: 'ru' }),
    make('channel', 'kong', { slug: 'kong', name: '空栏目', parent: 'ru' }),
    make('page', 'p', { channel: 'xinwen' }),
  );
  expect(channels).toEqual([
    {
      label: '公众入口',
      path: '/ru/',
      pages: [],
      children: [
        {
          label: '新闻动态',
          path: '/xin-wen/',
          pages: [{ label: '医院简介', path: '/pages/jian-jie/' }],
          children: [],
        },
      ],
    },
  ]);
});

test('a channel whose parent is not there hangs from the top', () => {
  const lost = make('channel', 'xinwen', { parent: 'weg' });
  expect(see(lost, make('article', 'a')).channels.map(({ label }) => label)).toEqual(['新闻动态']);
});

test('departments stand by their category, and every group has something in it', () => {
  const { groups } = see(make('department', 'yao', { slug: 'yao', name: '药学部', category: '医技' }));
  expect(groups.map(({ label }) => label)).toEqual(['临床科室', '医技科室', '查找', '其他']);
  expect(groups[1]?.links).toEqual([{ label: '药学部', path: '/departments/yao/' }]);
});

test('the page stands on every site', () => {
  expect(plan(hospital()).find(({ path }) => path === '/sitemap/')).toMatchObject({ status: 200 });
});
