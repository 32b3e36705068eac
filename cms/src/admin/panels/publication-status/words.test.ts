import { describe, expect, it } from 'vitest';
import { proofOf, wordsOf } from './words.ts';

const now = new Date('2026-11-23T07:00:00.000Z');

describe('the words of the panel 上线状态', () => {
  it('says the hospital’s own time, with the date only on another day', () => {
    const at = '2026-11-23T06:02:07.000Z';
    expect(wordsOf({ state: '已上线', at }, now).headline).toBe('已上线 14:02:07');
    expect(wordsOf({ state: '已上线', at }, new Date('2026-11-25T00:00:00Z')).headline).toBe(
      '已上线 2026年11月23日 14:02:07',
    );
  });

  it('gives the path and the release as proof', () => {
    expect(proofOf({ state: '已上线', path: '/news/zhi-suan/', release: 128 })).toBe(
      '/news/zhi-suan/ · 第 128 次发布',
    );
    expect(proofOf({ state: '草稿' })).toBe('');
  });

  it('explains what is not online', () => {
    expect(wordsOf({ state: '草稿' }, now)).toMatchObject({
      tone: 'neutral',
      explanation: '还没有发布，读者看不到。',
    });
    expect(wordsOf({ state: '发布中' }, now).explanation).toContain('正在生成');
    expect(wordsOf({ state: '已上线' }, now).explanation).toBeUndefined();
  });

  it('turns red where the publisher named a problem', () => {
    expect(wordsOf({ state: '发布中', problem: '没有主栏目' }, now).tone).toBe('danger');
  });
});
