import { expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formsOf, itemOf } from './delta.ts';
import type { Tombstone } from './feed.ts';

const tag: Item = { type: 'tag', id: 'a', slug: 'a', name: '甲' };
const other: Item = { ...tag, name: '乙' };
const tombstone: Tombstone = { kind: 'tombstone', revision: 2, type: 'tag', id: 'a', reason: 'gone' };

test('a standing has an item only while it is published', () => {
  expect(itemOf({ item: tag })).toBe(tag);
  expect(itemOf({ tombstone })).toBeUndefined();
  expect(itemOf(undefined)).toBeUndefined();
});

test('the forms of a change are those that were published, the former first', () => {
  const change = { type: 'tag', id: 'a', revision: 2 } as const;
  expect(formsOf({ ...change, before: { item: tag }, after: { item: other } })).toEqual([tag, other]);
  expect(formsOf({ ...change, before: undefined, after: { item: other } })).toEqual([other]);
  expect(formsOf({ ...change, before: { item: tag }, after: { tombstone } })).toEqual([tag]);
});
