import { expect, test } from 'vitest';
import { contentsOf } from './contents.ts';

const part = (name: string, length: number) => `<h2 id="s-${name}">${name}</h2><p>${'字'.repeat(length)}</p>`;

test('a long text of several parts has them named', () => {
  expect(contentsOf(part('甲', 600) + part('乙', 600) + part('丙', 600)).map(({ id }) => id)).toEqual([
    's-甲',
    's-乙',
    's-丙',
  ]);
});
test('a short text has not, however many parts', () => {
  expect(contentsOf(part('甲', 300) + part('乙', 300) + part('丙', 300) + part('丁', 300))).toEqual([]);
});
test('a text of two parts has not, however long', () => {
  expect(contentsOf(part('甲', 3000) + part('乙', 3000))).toEqual([]);
});
