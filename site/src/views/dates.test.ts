import { expect, test } from 'vitest';
import { dayBefore, dayLabel, isoDate, monthLabel, rssDate, shortPeriod, untilLabel } from './dates.ts';

test('days and months are read as Chinese readers write them', () => {
  expect(dayLabel('2024-03-06')).toBe('2024年3月6日');
  expect(monthLabel('2024-11')).toBe('2024年11月');
});

test('the year is said once in a period that stays within it', () => {
  expect(untilLabel('2026-11-23', '2026-12-03')).toBe('12月3日');
  expect(untilLabel('2026-12-28', '2027-01-04')).toBe('2027年1月4日');
});

test('a short period says neither the year nor a month twice', () => {
  expect(shortPeriod('2026-03-23', '2026-03-27')).toBe('3月23日至27日');
  expect(shortPeriod('2026-12-28', '2027-12-04')).toBe('12月28日至12月4日');
  expect(shortPeriod('2026-03-23', '2026-03-23')).toBe('3月23日');
});

test('feeds get the weekday and the zone of Shanghai, whatever the machine’s zone', () => {
  expect(rssDate('2024-03-26T14:02:00+08:00')).toBe('Tue, 26 Mar 2024 14:02:00 +0800');
  expect(rssDate('2024-12-01T00:00:07+08:00')).toBe('Sun, 01 Dec 2024 00:00:07 +0800');
});

test('the day before is another month’s or year’s where it has to be', () => {
  expect(['2024-03-01', '2026-01-01', '2026-11-02'].map(dayBefore)).toEqual([
    '2024-02-29',
    '2025-12-31',
    '2026-11-01',
  ]);
});

test('machines get the minute where the office gave one', () => {
  expect(isoDate('2024-03-26', '14:02')).toBe('2024-03-26T14:02:00+08:00');
  expect(isoDate('2024-03-26')).toBe('2024-03-26');
});
