import { passwordProblem } from '@xinglin/shared/password.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePassword } from './password.ts';

describe('the first administrator’s password', () => {
  it('is long and passes our own and Strapi’s rules, whatever the dice say', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (rolls) => {
        const password = generatePassword((sides) => Number(rolls.next().value) % sides);
        expect(password.length).toBeGreaterThanOrEqual(16);
        expect(passwordProblem(password)).toBeUndefined();
        expect(password).not.toMatch(/[0O1lI]/);
      }),
    );
  });

  it('differs every time', () => {
    expect(new Set(Array.from({ length: 50 }, () => generatePassword())).size).toBe(50);
  });
});
