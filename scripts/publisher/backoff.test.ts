import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('waiting doubles from a second to a minute, and jitter takes off at most half', () => {
  expect([1, 2, 3, 7, 100].map((failures) => backoff(failures, 1))).toEqual([
    1000, 2000, 4000, 60_000, 60_000,
  ]);
  fc.assert(
    fc.property(fc.nat(60), fc.float({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const full = backoff(failures, 1);
      const waited = backoff(failures, random);
      expect(waited).toBeGreaterThanOrEqual(full / 2 - 1);
      expect(waited).toBeLessThanOrEqual(full);
    }),
  );
});
