import { describe, expect, it } from 'vitest';
import { missingIn, openedWith } from './request.ts';

describe('the dialog 撤下或转移', () => {
  it('opens with what was said before', () => {
    expect(openedWith({ state: '已上线' })).toEqual({ reason: 'gone', explanation: '', redirectTo: '' });
    expect(openedWith({ state: '撤稿', explanation: '数据有误' })).toMatchObject({
      reason: 'withdrawn',
      explanation: '数据有误',
    });
    expect(openedWith({ state: '已下线', redirectTo: '/news/b/' })).toMatchObject({ reason: 'redirect' });
  });

  it('is not sent without what its way needs', () => {
    const request = { reason: 'gone' as const, explanation: ' ', redirectTo: ' ' };
    expect(missingIn(request)).toBeUndefined();
    expect(missingIn({ ...request, reason: 'withdrawn' })).toContain('请写明撤稿说明');
    expect(missingIn({ ...request, reason: 'withdrawn', explanation: '长'.repeat(501) })).toContain(
      '最多 500',
    );
    expect(missingIn({ ...request, reason: 'withdrawn', explanation: '长'.repeat(500) })).toBeUndefined();
    expect(missingIn({ ...request, reason: 'redirect' })).toContain('请填写或选择');
    expect(missingIn({ ...request, reason: 'redirect', redirectTo: '/' })).toBeUndefined();
  });
});
