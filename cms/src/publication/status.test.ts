import { expect, test } from 'vitest';
import { statusOf } from './status.ts';

const presented = { state: 'live', revision: 12, digest: 'a' } as const;
const receipt = {
  release: 128,
  revision: 12,
  digest: 'a',
  path: '/news/a/',
  url: 'https://www.example.cn/news/a/',
  at: '2026-11-23T06:02:07.000Z',
};

test('what was never presented is a draft', () => {
  expect(statusOf({})).toEqual({ state: '草稿' });
  expect(statusOf({ receipt })).toEqual({ state: '草稿' });
});

test('what is presented is on its way until a receipt proves this form', () => {
  expect(statusOf({ presented })).toEqual({ state: '发布中' });
  const older = { ...receipt, revision: 11, digest: 'b' };
  expect(statusOf({ presented, receipt: older })).toEqual({ state: '发布中' });
});

test('a receipt of this form or a later revision is the proof, with release, time and address', () => {
  const { release, at, url, path } = receipt;
  expect(statusOf({ presented, receipt })).toEqual({ state: '已上线', release, at, url, path });
  expect(statusOf({ presented, receipt: { ...receipt, revision: 11 } }).state).toBe('已上线');
});

test('what is gone is offline, and its problem is still told', () => {
  const tombstone = { state: 'tombstone', revision: 13, digest: null } as const;
  expect(statusOf({ presented: tombstone, receipt, problem: '图片缺失' })).toEqual({
    state: '已下线',
    problem: '图片缺失',
  });
});
