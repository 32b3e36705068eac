import type { Item } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import type { Tombstone } from '@xinglin/shared/feed.js';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadLinks, deadLinksOf, itemsToCheck } from './dead-links.ts';

const article = (id: string, body: string): Item => ({
  type: 'article',
  id,
  slug: id,
  title: `第${id}篇`,
  body,
  publishedOn: '2026-11-01',
  pinned: false,
  aiAssisted: false,
  attachments: [],
  corrections: [],
  channel: 'dongtai',
  alsoIn: [],
  sources: [{ kind: '科室', label: '宣传中心' }],
  tags: [],
  related: { departments: [], doctors: [], articles: [], consultations: [], videos: [], diseases: [] },
});

let snapshot: WritableSnapshot;
beforeEach(() => {
  snapshot = openSnapshot(':memory:', { readOnly: false });
});
afterEach(() => snapshot.close());

function apply(...changes: (Item | Omit<Tombstone, 'kind' | 'revision'>)[]): void {
  const since = snapshot.revision;
  const rows = changes.map((change, at) =>
    'reason' in change
      ? { kind: 'tombstone' as const, revision: since + at + 1, ...change }
      : { kind: 'put' as const, revision: since + at + 1, digest: formDigest(change), item: change },
  );
  const head = { kind: 'header', format: 'xinglin-feed/1', epoch: 'epoch-a1', since } as const;
  snapshot.apply({ ...head, revision: since + changes.length }, rows);
}

const stands = (path: string) =>
  path === '/' || snapshot.bySlug('article', path.slice('/news/'.length, -1)) !== undefined;
const told = () =>
  deadLinks(snapshot, itemsToCheck(snapshot, snapshot.delta()), stands).map(({ text }) => text);

test('links to pages that stand are no finding, with or without the last slash, and neither are other sites', () => {
  apply(
    article('b', '乙'),
    article('a', '见[乙](/news/b)、[乙](/news/b/#s-一)、[首页](/)、[别处](https://b.cn/news/x/)。'),
  );
  expect(told()).toEqual([]);
});

test('a link to what never was names the item, the words and the address', () => {
  apply(article('a', '见[**门诊**安排](/news/none/?a=1)。'));
  expect(told()).toEqual([
    '新闻「第a篇」的正文里，「门诊安排」的链接指向 /news/none/?a=1，那里没有页面；读者看到的是没有链接的文字。',
  ]);
});

test('who linked to what is withdrawn is told in the very release, and told no more when it comes back', () => {
  apply(article('b', '乙'), article('a', '见[乙](/news/b/)。'), article('c', '丙'));
  snapshot.settle();
  apply({ type: 'article', id: 'b', reason: 'withdrawn', slug: 'b', title: '机密标题' });
  expect(itemsToCheck(snapshot, snapshot.delta())).toContainEqual({ type: 'article', id: 'a' });
  expect(told()).toEqual([expect.stringContaining('那里的内容已撤稿')]);
  expect(told().join()).not.toContain('机密标题');
  snapshot.settle();
  apply(article('b', '乙又来了'));
  expect(itemsToCheck(snapshot, snapshot.delta())).toContainEqual({ type: 'article', id: 'a' });
  expect(told()).toEqual([]);
});

test('a month of a list leads nowhere when its list is gone; a month of all news is left to the page', () => {
  apply(article('a', '[甲](/gone-channel/2026/11/)[乙](/news/2019/01/)[丙](/news/2026/11/)'));
  expect(told()).toEqual([expect.stringContaining('「甲」的链接指向 /gone-channel/2026/11/')]);
});

test('links written as HTML, by reference and in navigation are found as well', () => {
  apply(article('a', '<a href="/news/x/">甲</a>与[乙][1]。\n\n[1]: /news/y/\n'), {
    type: 'site',
    id: 'site',
    url: 'https://a.cn',
    name: '杏林',
    organisation: '杏林',
    navigation: [{ label: '新闻', url: '/', children: [{ label: '旧闻', url: '/news/z/' }] }],
    friendLinks: [],
    breadcrumb: { prefix: '', separator: '›' },
    elderModeLabel: '长者模式',
    defaultFontSize: 18,
    greyscale: false,
  });
  expect(told().map((text) => /「([^」]*)」的链接/.exec(text)?.[1])).toEqual(['甲', '乙', '旧闻']);
});

test('a picture that left the media library is told by the words that stood for it', () => {
  const photo = {
    type: 'media',
    id: 'm1',
    sha256: 'a'.repeat(64),
    name: 'p.png',
    ext: '.png',
    mime: 'image/png',
    size: 1,
    width: 3,
    height: 2,
    alt: '图',
    decorative: false,
  } as const;
  apply(photo, article('a', '![揭牌](media:m1)'));
  expect(told()).toEqual([]);
  snapshot.settle();
  apply({ type: 'media', id: 'm1', reason: 'gone' });
  expect(told()).toEqual(['新闻「第a篇」的正文里，图片或附件「揭牌」已不在媒体库里，网站上不显示它。']);
});

test('whatever way a link is spelled, reading every text and reading suspects only tell the same', () => {
  apply(article('b', '乙'));
  const spelling = fc.constantFrom(
    ...[
      '[x](/news/b/)',
      '[x](/news/c/)',
      '[x](/news/c/ "题")',
      '[x](</news/c/>)',
      '[x](</news/b/ c/>)',
      '[x][1]',
    ],
    ...['\n\n[1]: /news/c/\n', '\n\n[1]: </news/b/>\n', '<a href="/news/c/">x</a>', '<a href=/news/c/>x</a>'],
    ...[
      "<a href='/news/b/'>x</a>",
      '[x](/news/&#98;/)',
      '[x](/news/c\\_d/)',
      '[x]( /news/c/ )',
      '[x](//b.cn/)',
      '`[x](/news/c/)`',
    ],
    ...['字', '\n\n', '![x](media:m1)', '[x](/news/b(1)/)', '<!-- [x](/news/c/) -->'],
  );
  let dead = 0;
  fc.assert(
    fc.property(fc.array(spelling, { maxLength: 5 }), (parts) => {
      const item = article('a', parts.join(''));
      // Where nothing stands at all, every text with a link is read.
      const all = new Set(deadLinksOf(snapshot, item, () => false).map(({ text }) => text));
      const found = deadLinksOf(snapshot, item, stands).map(({ text }) => text);
      const expected = [...all].filter((text) => !/指向 \/news\/b\/，|指向 \/$/.test(text));
      expect(found).toEqual(expected);
      dead += found.length;
    }),
    { numRuns: 500 },
  );
  expect(dead).toBeGreaterThan(100);
});
