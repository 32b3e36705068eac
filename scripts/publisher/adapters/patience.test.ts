import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Patience, silence, type Verdict } from './patience.ts';

/** What a line that brings so many bytes each second is told, and after how many seconds. */
function fate(bytesEachSecond: readonly number[]): [number, Verdict] | undefined {
  const patience = new Patience();
  for (const [second, bytes] of bytesEachSecond.entries()) {
    if (bytes > 0) patience.got(bytes);
    const verdict = patience.tick();
    if (verdict !== undefined) return [second + 1, verdict];
  }
  return undefined;
}

test('a line that brings nothing is given up after twenty seconds', () => {
  expect(fate(Array(60).fill(0))).toEqual([silence, 'silent']);
});

test('a line that brings a byte a second is given up as soon', () => {
  expect(fate(Array(60).fill(1))).toEqual([20, 'slow']);
});

test('a line of two kilobytes a second is never given up', () => {
  expect(fate(Array(7200).fill(2048))).toBeUndefined();
});

test('a line that stops in the middle is given up within forty seconds, whatever it brought before', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2048, max: 1_000_000 }), { maxLength: 100 }), (brought) => {
      const [second, verdict] = fate([...brought, ...Array(60).fill(0)]) as [number, Verdict];
      expect(second - brought.length).toBeLessThanOrEqual(40);
      expect(second).toBeGreaterThan(brought.length);
      expect(['silent', 'slow']).toContain(verdict);
    }),
  );
});
