import { expect, test } from 'vitest';
import { punctuationPlaces } from './places.ts';

test('each place shows the words around its mark, within its line', () => {
  expect(punctuationPlaces('标题\n深入推进数字经济创新,是核心\n末尾')).toMatchObject([
    { line: 2, from: ',', to: '，', before: '字经济创新'.padStart(6, '数'), after: '是核心' },
  ]);
});

test('a text in order has no places', () => {
  expect(punctuationPlaces('今天，1,260 人。')).toEqual([]);
});
