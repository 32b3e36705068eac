import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinyinOfName, shorten, slugFrom, syllables } from './pinyin.ts';

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const mixed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'重庆医院成立智算联合实验室单曾任吕绿，。“”《》！　— 12３Ａb-_/.%é'),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  ),
});

describe('pinyin of a title', () => {
  it.each([
    ['重庆专家重返重症医学科', 'chong-qing-zhuan-jia-chong-fan-zhong-zheng-yi-xue-ke'],
    ['我院行政处长赴银行调研', 'wo-yuan-xing-zheng-chu-zhang-fu-yin-hang-diao-yan'],
    ['2026年３Ｄ打印与COVID-19疫苗', '2026-nian-3d-da-yin-yu-covid-19-yi-miao'],
    ['“藏医药”率先纳入医保', 'zang-yi-yao-shuai-xian-na-ru-yi-bao'],
    ['绿色通道', 'lv-se-tong-dao'],
    ["Alzheimer's 病 café", 'alzheimers-bing-cafe'],
  ])('reads %s as %s', (title, slug) => {
    expect(slugFrom(title, 'text', 80)).toBe(slug);
  });

  it('is empty where nothing is readable', () => {
    expect(slugFrom('——！……', 'text', 80)).toBe('');
  });

  it('is empty or a slug no longer than allowed, made of whole syllables, and the same every time', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 8, max: 80 }), (title, max) => {
        const slug = slugFrom(title, 'text', max);
        expect(slug).toBe(slugFrom(title, 'text', max));
        if (slug === '') return;
        expect(slug).toMatch(slugShape);
        expect(slug.length).toBeLessThanOrEqual(max);
        const all = syllables(title);
        if ((all[0] ?? '').length <= max) {
          expect(`${all.join('-')}-`.startsWith(`${slug}-`)).toBe(true);
        }
      }),
    );
  });

  it('is never cut inside a syllable when a number needs room', () => {
    expect(shorten('chong-qing-zhuan-jia', 12)).toBe('chong-qing');
  });
});

describe('pinyin of a name', () => {
  it.each([
    ['单小伟', 'shan xiao wei'],
    ['曾志强', 'zeng zhi qiang'],
    ['任红', 'ren hong'],
    ['仇和', 'qiu he'],
    ['尉迟恭', 'yu chi gong'],
    ['吕一', 'lv yi'],
  ])('reads %s as %s', (name, pinyin) => {
    expect(pinyinOfName(name)).toBe(pinyin);
  });

  it('reads the same character as a word in a title', () => {
    expect(syllables('单位')).toEqual(['dan', 'wei']);
  });
});
