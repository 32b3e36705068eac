import { expect, test } from 'vitest';
import { budgetOf, overBudget } from './budgets.ts';

test('a page within its budget is no finding, and one beyond it is told with both sizes', () => {
  const { raw, gzip } = budgetOf('article') ?? { raw: 0, gzip: 0 };
  expect(overBudget('/news/a/', 'article', raw, gzip)).toEqual([]);
  expect(overBudget('/news/a/', 'article', raw + 1, gzip + 1)).toEqual([
    {
      path: '/news/a/',
      kind: 'over-budget',
      level: 'warning',
      text: '/news/a/ 太大：81 KB（这类页面预算 80 KB），压缩后 25 KB（预算 24 KB），手机上会打开得慢。',
    },
  ]);
  expect(overBudget('/news/a/', 'article', raw, gzip + 1)).toHaveLength(1);
});

test('the sitemap grows with the site and has no budget; a kind that nobody weighed has the usual one', () => {
  expect(overBudget('/sitemap.xml', 'sitemap', 40_000_000)).toEqual([]);
  expect(overBudget('/x/', 'poem', 49 * 1024)).toHaveLength(1);
});
