import { describe, expect, test } from 'vitest';
import { dialOf, phonesOf } from './phones.ts';

describe('a telephone number', () => {
  test.each([
    ['010-5550 0100', 'tel:01055500100'],
    ['（010）5550 0100', 'tel:01055500100'],
    ['+86 10 5550 0100', 'tel:+861055500100'],
    ['０１０-55500100', 'tel:01055500100'],
    ['010-5550 0100转8123', 'tel:01055500100,8123'],
    ['120', 'tel:120'],
  ])('%s dials %s', (line, url) => {
    expect(phonesOf(line)).toEqual([{ label: line, url }]);
    expect(dialOf(line)).toBe(url);
  });

  test('is one of several, each of which dials', () => {
    expect(phonesOf('总机 010-5550 0100、急诊 010-5550 0120；12320')).toEqual([
      { label: '总机 010-5550 0100', url: 'tel:01055500100' },
      { label: '急诊 010-5550 0120', url: 'tel:01055500120' },
      { label: '12320', url: 'tel:12320' },
    ]);
  });

  test('that is the end of another, or none at all, is shown and dials nothing', () => {
    expect(phonesOf('5550 0100/0101')).toEqual([
      { label: '5550 0100', url: 'tel:55500100' },
      { label: '0101' },
    ]);
    expect([dialOf('见各院区'), dialOf(undefined)]).toEqual([undefined, undefined]);
  });
});
