import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFree, Reservations } from './allocate.ts';

describe('allocating a slug', () => {
  it('numbers collisions from 2', () => {
    const taken = new Set(['a', 'a-2', 'a-4']);
    expect(firstFree('b', (slug) => taken.has(slug))).toBe('b');
    expect(firstFree('a', (slug) => taken.has(slug))).toBe('a-3');
  });

  it('gives each of many equal titles its own slug of at most 80 characters', () => {
    const syllable = fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 6 });
    const base = fc.array(syllable, { minLength: 1, maxLength: 13 }).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(base, fc.integer({ min: 2, max: 120 }), (wanted, count) => {
        const taken = new Set<string>();
        for (let index = 0; index < count; index += 1) {
          const slug = firstFree(wanted, (candidate) => taken.has(candidate));
          expect(taken.has(slug)).toBe(false);
          expect(slug.length).toBeLessThanOrEqual(80);
          expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
          taken.add(slug);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds a slug for its type until it is given back', () => {
    const reservations = new Reservations();
    const release = reservations.hold('api::tag.tag', 'a');
    expect(reservations.has('api::tag.tag', 'a')).toBe(true);
    expect(reservations.has('api::series.series', 'a')).toBe(false);
    release();
    expect(reservations.has('api::tag.tag', 'a')).toBe(false);
  });
});
