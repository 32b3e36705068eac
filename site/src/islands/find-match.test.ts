import { describe, expect, test } from 'vitest';
import { matches, readFound } from './find-match.ts';

const ren = readFound('任敬一', 'ren jing yi', '0 0.0.2 1.0.14 1.1.1');

describe('a name', () => {
  test.each([
    '任',
    '敬一',
    'ren',
    'renjingyi',
    'ren jing yi',
    'RJY',
    'rjy',
    'jy',
    'renj',
    'r jing y',
    "jing'yi",
    ' 任 ',
  ])('is found by %j', (name) => expect(matches(ren, { name })).toBe(true));
  test.each(['人', 'rny', 'enj', 'renyi', 'renjingyix', 'rr'])('is not found by %j', (name) => {
    expect(matches(ren, { name })).toBe(false);
  });
  test('is found however ü is written, by the office and by the reader', () => {
    for (const pinyin of ['lü yan', 'lv yan', 'lu yan', 'lǚ yán']) {
      for (const name of ['lü', 'lv', 'luyan', 'LVY']) {
        expect(matches(readFound('吕岩', pinyin, '0 0'), { name }), `${pinyin} ${name}`).toBe(true);
      }
    }
  });
  test('without pinyin is found by its characters', () => {
    const aina = readFound('阿依娜·买买提', '', '0 0');
    expect(['依娜', '娜买', '·', 'a'].map((name) => matches(aina, { name }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
  test('backtracks over beginnings that fit twice', () => {
    expect(matches(readFound('单安娜', 'shan an na', '0 0'), { name: 'shana' })).toBe(true);
    expect(matches(readFound('安安', 'an an', '0 0'), { name: 'anan' })).toBe(true);
  });
});

describe('choices', () => {
  test.each([
    [{ title: 0 }, true],
    [{ title: 1 }, false],
    [{ unit: 1 }, true],
    [{ unit: 2 }, false],
    [{ campus: 1 }, true],
    [{ day: 4 }, true],
    [{ day: 3 }, false],
    [{ unit: 1, campus: 0, day: 4 }, true],
  ])('%j: %s', (wanted, found) => {
    expect(matches(ren, { name: '', ...wanted })).toBe(found);
  });
  test('have to be met by one clinic together', () => {
    expect(matches(ren, { name: '', unit: 0, day: 1 })).toBe(false);
    expect(matches(ren, { name: '', campus: 1, day: 4 })).toBe(false);
  });
  test('of a department find who holds no clinic in it, of a campus or a day do not', () => {
    const newcomer = readFound('朱治', 'zhu zhi', '1 1');
    expect(
      [{ unit: 1 }, { campus: 0 }, { day: 1 }].map((wanted) => matches(newcomer, { name: '', ...wanted })),
    ).toEqual([true, false, false]);
  });
});
