import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Shares } from './shares.ts';

test('everything is taken once, whoever is quick, and nobody is idle while anything is left', () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 20 }),
      fc.infiniteStream(fc.nat(3)),
      (size, count, portion, turns) => {
        const shares = new Shares(
          Array.from({ length: size }, (_, n) => n),
          count,
          portion,
        );
        const taken: number[] = [];
        for (const turn of turns) {
          const portionTaken = shares.take(turn % count);
          expect(portionTaken.length).toBeLessThanOrEqual(portion);
          if (portionTaken.length === 0) break;
          taken.push(...portionTaken);
        }
        expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, n) => n));
      },
    ),
  );
});

test('each has a stretch of neighbours while its own lasts', () => {
  const shares = new Shares(
    Array.from({ length: 100 }, (_, n) => n),
    2,
    10,
  );
  expect([shares.take(0)[0], shares.take(1)[0], shares.take(0)[0], shares.take(1)[0]]).toEqual([
    0, 50, 10, 60,
  ]);
});
