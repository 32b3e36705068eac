import { expect, test } from 'vitest';
import { Limit } from './limit.ts';

function limited(perMinute: number) {
  const clock = { at: 1_000_000 };
  return { clock, limit: new Limit({ perMinute, now: () => clock.at }) };
}

const allowed = (limit: Limit, client: string, times: number) =>
  Array.from({ length: times }, () => limit.allows(client)).filter(Boolean).length;

test('one address brings as many as its minute allows, at once or over time, and others are not touched', () => {
  const { limit, clock } = limited(60);
  expect(allowed(limit, 'one', 100)).toBe(60);
  expect(allowed(limit, 'two', 60)).toBe(60);
  clock.at += 10_000;
  expect(allowed(limit, 'one', 100)).toBe(10);
  clock.at += 120_000;
  expect(allowed(limit, 'one', 100)).toBe(60);
});

test('thousands of readers at once are next to never refused what is theirs', () => {
  const { limit } = limited(60);
  const refused = Array.from({ length: 10_000 }, (_, client) => 5 - allowed(limit, `reader ${client}`, 5));
  expect(refused.filter((count) => count > 0)).toEqual([]);
});

test('a flood from ever new addresses is held up by no one and remembers a bounded number of places', () => {
  const { limit } = limited(60);
  for (let client = 0; client < 300_000; client += 1) limit.allows(`address ${client}`);
  expect(limit.used).toBeGreaterThan(100_000);
  expect(limit.used).toBeLessThanOrEqual(131_072);
});

test('everybody is forgotten within minutes, even when nobody comes any more', () => {
  const { limit, clock } = limited(60);
  allowed(limit, 'one', 3);
  limit.forgetOld();
  expect(limit.used).toBe(1);
  clock.at += 5 * 60_000;
  limit.forgetOld();
  expect(limit.used).toBe(0);
});
