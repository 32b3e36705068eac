import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstByteDifference } from './first-difference.ts';

test('the place, its line and its surroundings are told', () => {
  const clean = Buffer.from('<html>\n<p>杏林医院今天揭牌。</p>\n');
  const live = Buffer.from('<html>\n<p>杏林医院昨天揭牌。</p>\n');
  const found = firstByteDifference(live, clean);
  expect(found?.line).toBe(2);
  expect(found?.live).toContain('昨天');
  expect(found?.clean).toContain('今天');
  expect(found?.liveDigest).not.toBe(found?.cleanDigest);
});

test('a file that ends too early differs where it ends', () => {
  expect(firstByteDifference(Buffer.from('ab'), Buffer.from('abc'))).toMatchObject({ offset: 2, line: 1 });
  expect(firstByteDifference(Buffer.from(''), Buffer.from(''))).toBeUndefined();
});

test('all bytes before the place are the same, and the byte at it is not', () => {
  const bytes = fc.uint8Array({ min: 97, max: 99, maxLength: 12 });
  fc.assert(
    fc.property(bytes, bytes, (live, clean) => {
      const found = firstByteDifference(live, clean);
      if (found === undefined) return void expect(live).toEqual(clean);
      const { offset } = found;
      expect(live.subarray(0, offset)).toEqual(clean.subarray(0, offset));
      expect(live[offset]).not.toBe(clean[offset]);
    }),
  );
});
