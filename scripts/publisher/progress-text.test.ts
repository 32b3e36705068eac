import { expect, test } from 'vitest';
import { tellProgress } from './progress-text.ts';

test('counts come with a rate and what is left, each step with a rate of its own', () => {
  const told: string[] = [];
  let at = 0;
  const tell = tellProgress(
    (text) => told.push(text),
    () => at,
  );
  tell({ step: 'take', done: 100, total: 12_448 });
  at = 2_000;
  tell({ step: 'take', done: 4_100, total: 12_448 });
  at = 3_000;
  tell({ step: 'pages', done: 5 });
  at = 4_000;
  tell({ step: 'pages', done: 1_005 });
  expect(told).toEqual([
    '已采用 100 / 12,448 条',
    '已采用 4,100 / 12,448 条（每秒 2,000，还要约 4 秒）',
    '已生成 5 页',
    '已生成 1,005 页（每秒 1,000）',
  ]);
});
