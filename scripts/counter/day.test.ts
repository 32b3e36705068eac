import { expect, test } from 'vitest';
import { calendar, dayOf } from './day.ts';

test.each([
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00.000Z', '2026-11-25'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ['2028-02-28T16:00:00.000Z', '2028-02-29'],
])('%s is %s in Shanghai, asked alone or one after the other', (iso, day) => {
  expect(dayOf(Date.parse(iso))).toBe(day);
  const days = calendar();
  days(Date.parse(iso) - 1);
  expect(days(Date.parse(iso))).toBe(day);
  expect(days(Date.parse(iso) + 1)).toBe(dayOf(Date.parse(iso) + 1));
});
