import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password.ts';

describe('a chosen password', () => {
  it.each([
    ['short1A', '12'],
    ['alllowercase12', '大写'],
    ['ALLUPPERCASE12', '小写'],
    ['NoDigitsAtAllHere', '数字'],
    [`Aa1${'杏'.repeat(30)}`, '72'],
  ])('%s is refused with the reason', (password, reason) => {
    expect(passwordProblem(password)).toContain(reason);
  });

  it('is good with twelve characters of all three kinds', () => {
    expect(passwordProblem('Xinglin-2026')).toBeUndefined();
  });
});
