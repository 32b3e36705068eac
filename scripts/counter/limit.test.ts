import { expect, test } from 'vitest';
import { Limit } from './limit.ts';

function limited(perMinute: number) {
  const clock = { at: 0 };
  return { clock, limit: new Limit({ perMinute, now: () => clock.at }) };
}

const allowed = (limit: Limit, client: string, times: number) =>
  Array.from({ length: times }, () => limit.allows(client)).filter(Boolean).length;

test('one address brings as many as its minute allows, at once or over time, and others are not touched', () => {
  const { limit, clock } = limited(60);
  expect(allowed(limit, 'one', 100)).toBe(60);
  expect(allowed(limit, 'two', 1)).toBe(1);
  clock.at += 10_000;
  expect(allowed(limit, 'one', 100)).toBe(10);
  clock.at += 120_000;
  expect(allowed(limit, 'one', 100)).toBe(60);
});

test('a flood from ever new addresses holds a bounded number of buckets', () => {
  const { limit } = limited(60);
  let most = 0;
  for (let client = 0; client < 120_000; client += 1) {
    limit.allows(`address ${client}`);
    most = Math.max(most, limit.size);
  }
  expect(most).toBeGreaterThan(10_000);
  expect(most).toBeLessThanOrEqual(50_000);
});

test('everybody is forgotten within minutes, even when nobody comes any more', () => {
  const { limit, clock } = limited(60);
  allowed(limit, 'one', 3);
  limit.forgetOld();
  expect(limit.size).toBe(1);
  clock.at += 5 * 60_000;
  limit.forgetOld();
  expect(limit.size).toBe(0);
});
