import { expect, test } from 'vitest';
import { emptyBrake } from './brakes.ts';

test('a full feed of nothing stops however little stands, and not where nothing stands', () => {
  expect(emptyBrake(1, 0)).toMatch(/空.* 1 条/);
  expect(emptyBrake(0, 0)).toBeUndefined();
  expect(emptyBrake(100, 1)).toBeUndefined();
});
