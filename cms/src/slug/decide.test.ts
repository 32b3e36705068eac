import { reservedSegments } from '@xinglin/shared/paths.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSlug, isReserved, type SlugWrite } from './decide.ts';

const draft: SlugWrite = {
  type: 'article',
  reading: 'text',
  given: undefined,
  current: undefined,
  previousText: undefined,
  known: false,
  text: '新闻动态',
};

describe('deciding a slug', () => {
  it('makes one from the title of a new document', () => {
    expect(decideSlug(draft)).toEqual({ act: 'generate', base: 'xin-wen-dong-tai' });
    expect(decideSlug({ ...draft, given: '' })).toEqual({ act: 'generate', base: 'xin-wen-dong-tai' });
  });

  it('waits for a title', () => {
    expect(decideSlug({ ...draft, text: undefined })).toEqual({ act: 'none' });
  });

  it('takes the type’s name where the title has no pinyin', () => {
    expect(decideSlug({ ...draft, text: '——' })).toEqual({ act: 'generate', base: 'article' });
  });

  it('takes what the office types, where it is a slug', () => {
    expect(decideSlug({ ...draft, given: 'xw' })).toEqual({ act: 'take', slug: 'xw' });
    for (const given of ['Xin', 'a--b', '-a', '新闻', 'a b', 'a'.repeat(81)]) {
      expect(decideSlug({ ...draft, given }), given).toMatchObject({ act: 'refuse' });
    }
  });

  it('refuses every reserved address to channels, and to channels only', () => {
    for (const given of reservedSegments) {
      expect(decideSlug({ ...draft, type: 'channel', given }), given).toMatchObject({ act: 'refuse' });
      expect(isReserved('tag', given)).toBe(false);
    }
  });

  it('lets a slug of ours follow the title of a draft, with or without its number', () => {
    const renamed = { ...draft, previousText: '旧题', text: '新题' };
    for (const current of ['jiu-ti', 'jiu-ti-3']) {
      const write = { ...renamed, current, given: current };
      expect(decideSlug(write), current).toEqual({ act: 'generate', base: 'xin-ti' });
    }
  });

  it('leaves a typed slug alone when the title changes', () => {
    const write = { ...draft, previousText: '旧题', text: '新题', current: 'zhi-suan', given: 'zhi-suan' };
    expect(decideSlug(write)).toEqual({ act: 'keep', slug: 'zhi-suan' });
  });

  it('makes a new one where the office clears the field of a draft', () => {
    const write = { ...draft, current: 'zhi-suan', given: null };
    expect(decideSlug(write)).toEqual({ act: 'generate', base: 'xin-wen-dong-tai' });
  });

  it('changes a slug that readers know only where another is typed', () => {
    const text = fc.option(fc.constantFrom('旧题', '新题', '——'), { nil: undefined });
    const given = fc.option(fc.constantFrom('', 'jiu-ti', 'other', 'Bad'), { nil: null });
    fc.assert(
      fc.property(text, text, given, (previousText, after, sent) => {
        const write = { ...draft, known: true, current: 'jiu-ti', previousText, text: after, given: sent };
        const decision = decideSlug(write);
        if (sent === 'other') expect(decision).toEqual({ act: 'take', slug: 'other' });
        else if (sent === 'Bad') expect(decision).toMatchObject({ act: 'refuse' });
        else expect(decision).toEqual({ act: 'keep', slug: 'jiu-ti' });
      }),
    );
  });
});
