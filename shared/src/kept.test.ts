import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('what is kept comes back, until its place is needed', () => {
  const kept = new Kept<string>(3);
  kept.set('a', 'A', 1);
  kept.set('b', 'B', 1);
  kept.set('c', 'C', 1);
  expect(kept.get('a')).toBe('A');
  kept.set('d', 'D', 1);
  expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual(['A', undefined, 'C', 'D']);
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
