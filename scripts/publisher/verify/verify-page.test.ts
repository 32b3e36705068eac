import { expect, test } from 'vitest';
import { plainHead } from '../../../tests/rigs/plain-head.ts';
import { settled, verifyPage } from './verify-page.ts';

const publicUrl = 'https://a.cn';
const standing = new Set(['/', '/news/a/', '/news/b/']);
const stands = (path: string) => standing.has(path);
const verify = (
  path: string,
  body: string,
  head = plainHead({ url: publicUrl, path, title: '题' }).join(''),
) =>
  verifyPage(
    { path, kind: 'article', body: Buffer.from(`${head}<main>${body}</main>`) },
    { publicUrl, stands },
  );
const nothing = () => undefined;

test('links to what will stand are no finding, and neither is a page that names itself', () => {
  expect(settled(verify('/410.html', '<a href="/410.html">这里</a>'), nothing)).toEqual([]);
  expect(settled(verify('/news/a/', '<a href="/">首页</a><a href="/news/b/">乙</a>'), nothing)).toEqual([]);
});

test('a page whose head lies is a problem, told once', () => {
  const found = verify(
    '/news/a/',
    '字',
    plainHead({ url: publicUrl, path: '/news/b/', title: '题' }).join(''),
  );
  expect(settled(found, nothing)).toMatchObject([{ kind: 'bad-head', level: 'problem', path: '/news/a/' }]);
});

test('a link to what will not stand is told once, however many pages have it', () => {
  const found = ['/1/', '/2/', '/3/', '/4/'].flatMap((path) =>
    verify(path, '<a href="/x/">x</a><img src="/x/#y">'),
  );
  expect(settled(found, nothing)).toEqual([
    {
      path: '/1/',
      kind: 'dead-link',
      level: 'warning',
      target: '/x/',
      text: '/1/、/2/、/3/ 等 4 个页面上有链接或图片指向 /x/，那里没有内容。',
    },
  ]);
});

test('an anchor on another page is looked up there, and believed where the page is not at hand', () => {
  const found = verify('/news/a/', '<a href="/news/b/#s-一">一</a><a href="/news/b/#s-二">二</a>');
  const there = (path: string) => (path === '/news/b/' ? Buffer.from('<h2 id="s-一">一</h2>') : undefined);
  expect(settled(found, there).map(({ text }) => text)).toEqual([
    '/news/a/ 上有链接或图片指向 /news/b/ 的「#s-二」，那一页上没有这一处。',
  ]);
  expect(settled(found, nothing)).toEqual([]);
});
