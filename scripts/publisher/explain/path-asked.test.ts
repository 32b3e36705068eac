import { expect, test } from 'vitest';
import { pathAsked } from './path-asked.ts';

test.each([
  ['/news/a/', '/news/a/'],
  ['/news/a', '/news/a/'],
  ['https://www.example.cn/news/a?from=wechat#s-1', '/news/a/'],
  ['/sitemap.xml', '/sitemap.xml'],
  ['/', '/'],
  ['/%E4%B8%AD/', '/中/'],
  ['news/a', undefined],
  ['//evil.cn/', undefined],
])('%s means %s', (asked, path) => {
  expect(pathAsked(asked)).toBe(path);
});
