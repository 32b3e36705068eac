import { expect, test } from 'vitest';
import { retryAfter } from './http-faults.ts';

const now = Date.parse('2026-11-23T08:00:00Z');

test.each([
  [null, undefined],
  ['120', 120],
  [' 0', 0],
  ['Mon, 23 Nov 2026 08:00:30 GMT', 30],
  ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['99999999999', undefined],
])('Retry-After “%s” means %s', (header, seconds) => {
  expect(retryAfter(header, now)).toBe(seconds);
});
