import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('what is asked for stays, and what was not asked for since goes when room is needed', () => {
  const kept = new Kept<string>(4);
  for (const key of ['a', 'b', 'c']) kept.set(key, key.toUpperCase(), 1);
  expect(kept.get('a')).toBe('A');
  for (const key of ['d', 'e']) kept.set(key, key.toUpperCase(), 1);
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => kept.get(key))).toEqual([
    'A',
    undefined,
    undefined,
    'D',
    'E',
  ]);
});

test('what is kept never weighs more than the bound, and the newest is always there', () => {
  const act = fc.record({ key: fc.constantFrom(...'abcdefgh'), weight: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const kept = new Kept<number>(10);
      for (const { key, weight } of acts) {
        kept.set(key, weight, weight);
        expect(kept.get(key)).toBe(weight);
      }
      const weights = [...'abcdefgh'].map((key) => kept.get(key) ?? 0);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(10);
    }),
  );
});

test('what is heavier than the bound is not kept, and takes nothing else’s place', () => {
  const kept = new Kept<string>(3);
  kept.set('a', 'A', 3);
  kept.set('b', 'B', 4);
  expect([kept.get('a'), kept.get('b')]).toEqual(['A', undefined]);
});

test('a value set again weighs once', () => {
  const kept = new Kept<string>(3);
  for (const value of ['1', '2', '3']) kept.set('a', value, 2);
  kept.set('b', 'B', 1);
  expect([kept.get('a'), kept.get('b')]).toEqual(['3', 'B']);
});

test('clearing keeps nothing', () => {
  const kept = new Kept<string>(3);
  kept.set('a', 'A', 3);
  kept.clear();
  kept.set('b', 'B', 3);
  expect([kept.get('a'), kept.get('b')]).toEqual([undefined, 'B']);
});
