import { expect, test } from 'vitest';
import type { Status } from './status.ts';
import { StatusBoard } from './status-board.ts';
import { statusReport } from './status-text.ts';

const began = new Date('2026-11-23T08:00:00Z');
const now = new Date('2026-11-23T08:05:00Z');
const board = () => new StatusBoard(() => began);
const status = (more: Partial<Status> = {}): Status => {
  const calm = board();
  calm.becomes('idle');
  return { ...calm.read(), ...more };
};

test('a calm publisher is told in a few lines, with exit code 0', () => {
  const { text, exitCode } = statusReport(status({ revision: 7, head: 7, headAt: now.toISOString() }), now);
  expect(exitCode).toBe(0);
  expect(text).toContain('✓ 空闲：所有内容都已上线（5 分钟前起）');
  expect(text).toContain('网站取到修订 7，管理后台在修订 7（刚才问到）');
});

test.each(['failing', 'halted'] as const)(
  'a publisher that is %s is told with exit code 1 and what to do',
  (state) => {
    const failing = board();
    failing.failed('cms-fault', '连不上管理后台。', '请启动它。');
    failing.failed('cms-fault', '连不上管理后台。', '请启动它。');
    failing.becomes(state);
    const { text, exitCode } = statusReport(failing.read(), now);
    expect(exitCode).toBe(1);
    expect(text).toContain('故障（5 分钟前起，已 2 次）：连不上管理后台。\n    请启动它。');
  },
);

test('what is quarantined and what waits is told by name, and how many more', () => {
  const quarantine = [{ type: 'article', id: 'a', title: '题目', problems: ['标题太长'] }];
  const { text } = statusReport(status({ quarantined: 3, quarantine, receiptsWaiting: 2, pinned: 4 }), now);
  expect(text).toContain('article a「题目」：标题太长\n    … 还有 2 条');
  expect(text).toContain('2 份回执');
  expect(text).toContain('固定在第 4 次发布');
});

test('a fault that is over stays as the last one', () => {
  const calm = board();
  expect(calm.failed('cms-fault', '连不上。', '')).toBe(true);
  expect(calm.failed('cms-fault', '连不上。', '')).toBe(false);
  expect(calm.recovered()).toMatchObject({ sentence: '连不上。', times: 2 });
  expect(calm.recovered()).toBeUndefined();
  calm.becomes('idle');
  expect(statusReport(calm.read(), now)).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining('已过去'),
  });
  expect(calm.failed('cms-fault', '连不上。', '')).toBe(true);
});
