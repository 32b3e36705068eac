import { describe, expect, it } from 'vitest';
import { isUnderway, pagesWords, pinnedWords, wordsOf } from './words.ts';

const now = new Date('2026-11-23T07:00:00.000Z');

describe('the words of the panel 上线状态', () => {
  it('says the hospital’s own time, with the date only on another day', () => {
    const at = '2026-11-23T06:02:07.000Z';
    expect(wordsOf({ state: '已上线', at }, now).headline).toBe('已上线 14:02:07');
    expect(wordsOf({ state: '已上线', at }, new Date('2026-11-25T00:00:00Z')).headline).toBe(
      '已上线 2026年11月23日 14:02:07',
    );
  });

  it('explains what is not online', () => {
    expect(wordsOf({ state: '草稿' }, now)).toMatchObject({
      tone: 'neutral',
      explanation: '还没有发布，读者看不到。',
    });
    expect(wordsOf({ state: '发布中' }, now).explanation).toContain('正在生成');
    expect(wordsOf({ state: '已上线' }, now).explanation).toBeUndefined();
    expect(wordsOf({ state: '撤稿' }, now).explanation).toContain('撤稿说明');
    expect(wordsOf({ state: '已下线', redirectTo: '/news/b/' }, now).explanation).toContain('转到 /news/b/');
  });

  it('does not say that readers no longer see a page before that is proven', () => {
    for (const state of ['已下线', '撤稿'] as const) {
      const words = wordsOf({ state, underway: true }, now);
      expect([words.headline, words.tone]).toEqual(['正在撤下', 'secondary']);
      expect(words.explanation).toContain('请稍候');
    }
  });

  it('turns red where something is kept from the site, not for a warning', () => {
    const trouble = (level: 'problem' | 'warning') => ({
      state: '已上线' as const,
      troubles: [{ level, problem: '没有主栏目' }],
    });
    expect(wordsOf(trouble('problem'), now).tone).toBe('danger');
    expect(wordsOf(trouble('warning'), now).tone).toBe('success');
  });

  it('says that a publish waits while the site is held fast', () => {
    expect(wordsOf({ state: '发布中', pinned: 127 }, now)).toMatchObject({ tone: 'warning' });
    expect(wordsOf({ state: '发布中', pinned: 127 }, now).explanation).toContain('发布在排队');
    expect(pinnedWords({ state: '已上线', pinned: 127 })).toContain('网站已固定在第 127 次发布');
    expect(pinnedWords({ state: '已上线' })).toBeUndefined();
  });

  it('asks again only while something is on its way', () => {
    expect(isUnderway({ state: '发布中' })).toBe(true);
    expect(isUnderway({ state: '撤稿', underway: true })).toBe(true);
    expect(isUnderway({ state: '撤稿' })).toBe(false);
    expect(isUnderway({ state: '已上线' })).toBe(false);
  });

  it('counts the pages, and says where it lists only the first', () => {
    const siteUrl = 'https://www.example.cn';
    expect(pagesWords({ count: 2, paths: ['/', '/a/'], siteUrl })).toBe('影响 2 个页面');
    expect(pagesWords({ count: 31, paths: ['/', '/a/'], siteUrl })).toBe('影响 31 个页面（列出前 2 个）');
  });
});
