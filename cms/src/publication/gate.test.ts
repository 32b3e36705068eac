import { expect, test } from 'vitest';
import { mayPresent } from './gate.ts';

const approval = (name: string, digest = 'a') => ({ name, digest });

test('a type without steps needs no approval', () => {
  expect(mayPresent('tag', 'a', [], {})).toBe(true);
  expect(mayPresent('article', 'a', [], { tag: 2 })).toBe(true);
});

test('approvals of exactly this form open the gate, others do not', () => {
  expect(mayPresent('article', 'a', [approval('科室')], { article: 1 })).toBe(true);
  expect(mayPresent('article', 'b', [approval('科室')], { article: 1 })).toBe(false);
  expect(mayPresent('article', 'a', [approval('科室'), approval('宣传', 'b')], { article: 2 })).toBe(false);
});

test('one person’s approval counts once', () => {
  expect(mayPresent('article', 'a', [approval('科室'), approval('科室')], { article: 2 })).toBe(false);
  expect(mayPresent('article', 'a', [approval('科室'), approval('宣传')], { article: 2 })).toBe(true);
});
