import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, compareCodeUnits, spelledOnce } from './canonical.ts';

describe('canonical JSON', () => {
  it('means the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });

  it('is the same whatever order the keys came in', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key });
    fc.assert(
      fc.property(entries, (pairs) => {
        const forth = Object.fromEntries(pairs);
        const back = Object.fromEntries([...pairs].reverse());
        expect(canonicalJson(forth)).toBe(canonicalJson(back));
      }),
    );
  });

  it('is unchanged by spelling it twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = canonicalJson(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
    );
  });

  it('sorts keys by code units, never by locale', () => {
    expect(canonicalJson({ ä: 1, b: 2, Z: 3, 一: 4, a: 5 })).toBe('{"Z":3,"a":5,"b":2,"ä":1,"一":4}');
    expect(['b', 'a', 'Z', 'ä'].sort(compareCodeUnits)).toEqual(['Z', 'a', 'b', 'ä']);
  });

  it('takes an absent and an undefined member for the same', () => {
    expect(canonicalJson({ a: undefined, b: [{ c: undefined }] })).toBe(canonicalJson({ b: [{}] }));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 0, Symbol('s'), 1n])(
    'refuses what JSON cannot carry: %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

it('what is spelled once is spelled as ever, inside others too, and stays as it was', () => {
  const plain = { b: [1, { d: undefined, c: '三' }], a: null };
  const kept = spelledOnce(structuredClone(plain));
  expect(canonicalJson(kept)).toBe(canonicalJson(plain));
  expect(canonicalJson({ z: [kept], a: kept })).toBe(canonicalJson({ z: [plain], a: plain }));
  expect(() => kept.b.push(2)).toThrow(TypeError);
});
