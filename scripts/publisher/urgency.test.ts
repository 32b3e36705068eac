import type { Item, ItemOf } from '@xinglin/shared/content/item.js';
import { noticeCategory } from '@xinglin/shared/content/notice.js';
import type { ItemChange } from '@xinglin/shared/delta.js';
import type { Tombstone } from '@xinglin/shared/feed.js';
import { expect, test } from 'vitest';
import { article } from '../../tests/rigs/items.ts';
import { isUrgent, urgentIn } from './urgency.ts';

const notice = (category: ItemOf<'notice'>['category']): ItemOf<'notice'> => ({
  type: 'notice',
  id: 'n',
  slug: 'n',
  title: '通知',
  category,
  publishedOn: '2026-11-23',
  expired: false,
  body: '正文。',
  attachments: [],
  channel: 'c',
  suspensions: [],
  clinics: [],
});
const change = (before: Item | undefined, after: Item | undefined, tombstone?: Tombstone): ItemChange => ({
  type: (before ?? after)?.type ?? 'article',
  id: 'a',
  revision: 2,
  before: before && { item: before },
  after: after ? { item: after } : tombstone && { tombstone },
});
const gone: Tombstone = { kind: 'tombstone', revision: 2, type: 'article', id: 'a', reason: 'gone' };

test('a notice of closed clinics or of an emergency may not wait, all others may', () => {
  const urgent = noticeCategory.options.filter((category) => isUrgent(change(undefined, notice(category))));
  expect(urgent).toEqual(['停诊', '紧急公告']);
});

test('a correction that takes the urgent category away may not wait', () => {
  expect(isUrgent(change(notice('停诊'), notice('通知')))).toBe(true);
});

test('every removal of what is live may not wait, with a tombstone or without', () => {
  expect(isUrgent(change(article('a'), undefined, gone))).toBe(true);
  expect(isUrgent(change(article('a'), undefined))).toBe(true);
  expect(isUrgent(change(undefined, undefined, gone))).toBe(false);
});

test('a new article and an edit wait for their turn', () => {
  expect(isUrgent(change(undefined, article('a')))).toBe(false);
  expect(isUrgent(change(article('a'), article('a', { title: '改过' })))).toBe(false);
});

test('of many changes the urgent ones are told in their order', () => {
  const delta = [
    change(undefined, article('a')),
    change(article('b'), undefined, gone),
    change(undefined, notice('停诊')),
  ];
  expect(urgentIn(delta)).toEqual([delta[1], delta[2]]);
});
