import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import type { Change, FeedHeader } from './feed.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

let snapshot: WritableSnapshot;
beforeEach(() => {
  snapshot = openSnapshot(':memory:', { readOnly: false });
});
afterEach(() => snapshot.close());

const header = (revision: number, epoch = 'epoch-one'): FeedHeader => ({
  kind: 'header',
  format: 'xinglin-feed/1',
  epoch,
  since: 0,
  revision,
});

const put = (revision: number, item: Item): Change => ({
  kind: 'put',
  revision,
  digest: formDigest(item),
  item,
});
const tag = (id: string): Item => ({ type: 'tag', id, slug: id, name: id });
const campus = (id: string, photo: string): Item => ({
  type: 'campus',
  id,
  slug: id,
  name: id,
  address: '东湖路',
  photo,
  order: 0,
});

test('the changes since a revision are the puts and tombstones after it, in rising order', () => {
  const gone: Change = { kind: 'tombstone', revision: 3, type: 'tag', id: 'b', reason: 'gone' };
  snapshot.apply(header(4), [put(1, tag('a')), gone, put(4, tag('c'))]);
  expect(snapshot.changesSince(1)).toEqual([gone, put(4, tag('c'))]);
  expect(snapshot.changesSince(0).map(({ revision }) => revision)).toEqual([1, 3, 4]);
  expect(snapshot.changesSince(4)).toEqual([]);
});

test('replacing lets go of items, edges and tombstones of the old history', () => {
  snapshot.apply(header(9), [
    put(1, campus('east', 'p1')),
    { kind: 'tombstone', revision: 9, type: 'tag', id: 'b', reason: 'gone' },
  ]);
  snapshot.replace(header(2, 'epoch-two'), [put(2, tag('a'))]);
  expect([snapshot.epoch, snapshot.revision, snapshot.count()]).toEqual(['epoch-two', 2, 1]);
  expect(snapshot.named('media')).toEqual([]);
  expect(snapshot.tombstones()).toEqual([]);
});

test('what items name is listed once each, in code-unit order', () => {
  snapshot.apply(header(3), [
    put(1, campus('a', 'p2')),
    put(2, campus('b', 'p1')),
    put(3, campus('c', 'p2')),
  ]);
  expect(snapshot.named('media')).toEqual(['p1', 'p2']);
  expect(snapshot.putOf('campus', 'b')?.revision).toBe(2);
  expect(snapshot.putOf('campus', 'z')).toBeUndefined();
});

test('distrust outlasts nothing but the next feed, and takes nothing away', () => {
  snapshot.replace(header(2), [put(2, tag('a'))]);
  snapshot.distrust();
  expect([snapshot.isDistrusted, snapshot.epoch, snapshot.revision, snapshot.count()]).toEqual([
    true,
    'epoch-one',
    2,
    1,
  ]);
  snapshot.replace(header(2), [put(2, tag('a'))]);
  expect(snapshot.isDistrusted).toBe(false);
});
