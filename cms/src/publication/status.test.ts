import { describe, expect, it } from 'vitest';
import { type ReceiptRow, type StatusFacts, statusOf } from './status.ts';

const siteUrl = 'https://www.example.cn';
const presented = { state: 'live', revision: 12, digest: 'a', form: '{}' } as const;
const receipt: ReceiptRow = {
  release: 128,
  revision: 12,
  digest: 'a',
  path: '/news/a/',
  url: 'https://www.example.cn/news/a/',
  at: '2026-11-23T06:02:07.000Z',
  page_count: null,
  page_paths: null,
};
const { release, at, url, path, digest } = receipt;

const buried = (form: object): StatusFacts['presented'] => ({
  state: 'tombstone',
  revision: 13,
  digest: null,
  form: JSON.stringify(form),
});

describe('the status of a document', () => {
  it('is a draft where it was never presented', () => {
    expect(statusOf({ siteUrl })).toEqual({ state: '草稿' });
    expect(statusOf({ receipt, siteUrl })).toEqual({ state: '草稿' });
  });

  it('is on its way until a receipt proves this form', () => {
    expect(statusOf({ presented, siteUrl })).toEqual({ state: '发布中' });
    const older = { ...receipt, revision: 11, digest: 'b' };
    expect(statusOf({ presented, receipt: older, siteUrl })).toEqual({ state: '发布中' });
  });

  it('is live by a receipt of this form or of a later revision, with release, time, address and digest', () => {
    expect(statusOf({ presented, receipt, siteUrl })).toEqual({
      state: '已上线',
      release,
      at,
      url,
      path,
      digest,
    });
    expect(statusOf({ presented, receipt: { ...receipt, revision: 11 }, siteUrl }).state).toBe('已上线');
  });

  it('tells the pages that the release changed, and where they are', () => {
    const told = { ...receipt, page_count: 31, page_paths: '["/","/news/a/"]' };
    expect(statusOf({ presented, receipt: told, siteUrl }).pages).toEqual({
      count: 31,
      paths: ['/', '/news/a/'],
      siteUrl,
    });
  });

  it('is on its way off the site until a receipt of the tombstone proves it', () => {
    const gone = { presented: buried({ reason: 'gone' }), siteUrl };
    expect(statusOf({ ...gone, receipt })).toEqual({ state: '已下线', underway: true });
    expect(statusOf({ ...gone, receipt: { ...receipt, revision: 13, digest: null } })).toEqual({
      state: '已下线',
      release,
      at,
    });
  });

  it('is withdrawn with its explanation, or leads elsewhere', () => {
    const withdrawn = buried({ reason: 'withdrawn', explanation: '数据有误' });
    expect(statusOf({ presented: withdrawn, siteUrl })).toMatchObject({
      state: '撤稿',
      explanation: '数据有误',
    });
    const moved = buried({ reason: 'redirect', redirectTo: '/news/b/' });
    expect(statusOf({ presented: moved, siteUrl })).toMatchObject({
      state: '已下线',
      redirectTo: '/news/b/',
    });
  });

  it('names every trouble, and the release that is held fast', () => {
    const troubles = [
      { level: 'problem', problem: '图片缺失' },
      { level: 'warning', problem: '链接失效' },
    ] as const;
    expect(statusOf({ presented, troubles, pinned: 127, siteUrl })).toEqual({
      state: '发布中',
      troubles,
      pinned: 127,
    });
  });
});
