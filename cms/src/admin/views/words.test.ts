import { expect, test } from 'vitest';
import { asOfWords, monthName, monthsToChoose, shareOf, spelled } from './words.ts';

test('numbers, months and shares are spelled as the office writes them', () => {
  expect(spelled(1234567)).toBe('1,234,567');
  expect(monthName('2026-03')).toBe('2026年3月');
  expect(shareOf(1, 3)).toBe('33.3%');
  expect(shareOf(0, 0)).toBe('—');
});

test('the moment is the hospital’s own', () => {
  expect(asOfWords('2026-11-24T16:05:00.000Z')).toBe('截至 11/25 00:05，每分钟更新几次。');
  expect(asOfWords(undefined)).toContain('还没有');
});

test('the month that is looked at can be chosen even if nothing was read in it', () => {
  expect(monthsToChoose(['2026-11', '2026-09'], '2026-10')).toEqual(['2026-11', '2026-10', '2026-09']);
  expect(monthsToChoose(['2026-11'], '2026-11')).toEqual(['2026-11']);
});
