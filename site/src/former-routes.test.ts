import type { Article } from '@xinglin/shared/content/article.js';
import { describe, expect, test } from 'vitest';
import { hospital, make, type Removal } from './fixtures/hospital.ts';
import { plan, route, view } from './routes.ts';
import type { ArticleView } from './views/article.ts';
import type { FeedView } from './views/feed.ts';
import type { FormerView } from './views/former.ts';

const article = (id: string, facts: Partial<Article> = {}) => make('article', id, { slug: id, ...facts });
const gone = (id: string, facts: Partial<Removal> = {}): Removal => ({
  type: 'article',
  id,
  slug: id,
  reason: 'gone',
  ...facts,
});
const redirect = (id: string, redirectTo: string) => gone(id, { reason: 'redirect', redirectTo });
const at = (snapshot: ReturnType<typeof hospital>, path: string) => {
  const found = route(snapshot, path);
  return found && [found.kind, found.status, found.location];
};

describe('an item that moved', () => {
  test('is led to in one hop from each address that it had', () => {
    const snapshot = hospital(article('a', { slug: 'bing', formerSlugs: ['yi', 'jia'] }));
    for (const path of ['/news/jia/', '/news/yi/'])
      expect(at(snapshot, path)).toEqual(['moved', 301, '/news/bing/']);
  });
  test('has its address to itself where two changed places', () => {
    const snapshot = hospital(
      article('a', { slug: 'yi', formerSlugs: ['jia'] }),
      article('b', { slug: 'jia', formerSlugs: ['yi'] }),
    );
    expect(at(snapshot, '/news/jia/')).toEqual(['article', 200, undefined]);
    expect(plan(snapshot).filter(({ status }) => status === 301)).toEqual([]);
  });
  test('is linked at its new address at once, and what is gone is not linked', () => {
    const snapshot = hospital(
      article('a', { slug: 'xin', formerSlugs: ['jiu'] }),
      gone('mei'),
      article('b', { body: '[甲](/news/jiu/#x)，[乙](/news/mei/)，[丙](/news/xiang/)。' }),
      redirect('xiang', '/news/jiu/'),
    );
    const { bodyHtml } = view(snapshot, '/news/b/') as ArticleView;
    expect(bodyHtml).toContain('<a href="/news/xin/#x">甲</a>，乙，<a href="/news/xin/">丙</a>');
  });
  test('shows a page that leads on without a script, and search engines where to look', () => {
    const snapshot = hospital(article('a', { slug: 'xin', formerSlugs: ['jiu'], title: '标题' }));
    expect(view(snapshot, '/news/jiu/')).toMatchObject({
      former: 'moved',
      to: '/news/xin/',
      head: { canonical: 'https://www.example.cn/news/xin/', noindex: true },
    });
  });
});

describe('a list that moved', () => {
  const snapshot = hospital(
    make('channel', 'xinwen', { slug: 'xin', formerSlugs: ['jiu'] }),
    make('tag', 't', { slug: 'xin-biao', formerSlugs: ['jiu-biao'] }),
    article('a', { publishedOn: '2026-11-01', tags: ['t'] }),
  );
  test('takes its months along', () => {
    expect(at(snapshot, '/jiu/')).toEqual(['moved', 301, '/xin/']);
    expect(at(snapshot, '/jiu/2026/11/')).toEqual(['moved', 301, '/xin/2026/11/']);
    expect(at(snapshot, '/tags/jiu-biao/2026/11/')).toEqual(['moved', 301, '/tags/xin-biao/2026/11/']);
    expect(at(snapshot, '/jiu/2026/10/')).toBeUndefined();
  });
  test('takes its feed along, which is still a feed for who cannot follow', () => {
    expect(at(snapshot, '/jiu/feed.xml')).toEqual(['moved-feed', 301, '/xin/feed.xml']);
    const { self, items } = view(snapshot, '/jiu/feed.xml') as FeedView;
    expect([self, items.length]).toEqual(['https://www.example.cn/xin/feed.xml', 1]);
  });
  test('plans each of these once', () => {
    const moved = plan(snapshot).filter(({ status }) => status === 301);
    expect(moved.map(({ path }) => path)).toEqual([
      '/jiu/',
      '/jiu/2026/11/',
      '/jiu/feed.xml',
      '/tags/jiu-biao/',
      '/tags/jiu-biao/2026/11/',
    ]);
  });
  test('leads nowhere while it holds nothing', () => {
    const empty = hospital(make('channel', 'kong', { slug: 'kong', formerSlugs: ['lao-kong'] }));
    expect(at(empty, '/lao-kong/')).toBeUndefined();
  });
});

describe('an item that was replaced', () => {
  test('sends its readers to where that is now, over any number of steps', () => {
    const snapshot = hospital(
      article('a', { slug: 'xin', formerSlugs: ['jiu'] }),
      redirect('b', '/news/c/'),
      redirect('c', '/news/jiu'),
      redirect('d', '/departments/'),
    );
    expect(at(snapshot, '/news/b/')).toEqual(['moved', 301, '/news/xin/']);
    expect(at(snapshot, '/news/c/')).toEqual(['moved', 301, '/news/xin/']);
    expect(at(snapshot, '/news/d/')).toEqual(['moved', 301, '/departments/']);
  });
  test('is gone where the way leads nowhere or in a circle', () => {
    const snapshot = hospital(
      redirect('a', '/news/b/'),
      redirect('b', '/news/a/'),
      redirect('c', '/news/c/'),
      redirect('d', '/news/mei-you/'),
      gone('e', { reason: 'redirect' }),
    );
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      expect(at(snapshot, `/news/${id}/`)).toEqual(['removed', 410, undefined]);
  });
});

describe('what was taken off the site', () => {
  const snapshot = hospital(
    article('zai'),
    gone('che', {
      reason: 'withdrawn',
      formerSlugs: ['che-yi-qian'],
      title: '机密标题',
      explanation: '第一段。\n\n第二段。',
    }),
    gone('xia', { title: '机密标题' }),
    gone('tong', { type: 'notice', title: '机密标题' }),
  );
  test('answers 410 at each address that it had, with the explanation where it was withdrawn', () => {
    for (const path of ['/news/che/', '/news/che-yi-qian/']) {
      expect(at(snapshot, path)).toEqual(['withdrawn', 410, undefined]);
      expect((view(snapshot, path) as FormerView).explanation).toEqual(['第一段。', '第二段。']);
    }
    expect(at(snapshot, '/news/xia/')).toEqual(['removed', 410, undefined]);
  });
  test('shows what else there is of its kind, and is kept from search engines', () => {
    const found = view(snapshot, '/notices/tong/') as FormerView;
    expect(found.list).toEqual({ label: '全部通知公告', path: '/notices/' });
    expect(found.head.canonical).toBeUndefined();
  });
  test('is named nowhere on the site', () => {
    const pages = plan(snapshot).map(({ path }) => ({ path, text: JSON.stringify(view(snapshot, path)) }));
    expect(pages.filter(({ text }) => text.includes('机密'))).toEqual([]);
    const linking = pages.filter(({ text }) => /\/(?:news\/(?:che|xia)|notices\/tong)/.test(text));
    expect(linking).toEqual([]);
  });
});
