import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type Change, type FeedHeader, feedFormat, type Tombstone } from './feed.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

let folder: string;
let snapshot: WritableSnapshot;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinglin-delta-'));
  snapshot = openSnapshot(join(folder, 'snapshot.db'), { readOnly: false });
});
afterEach(() => {
  snapshot.close();
  rmSync(folder, { recursive: true, force: true });
});

const header = (revision: number): FeedHeader => ({
  kind: 'header',
  format: feedFormat,
  epoch: 'epoch-one',
  since: 0,
  revision,
});
const tag = (id: string, name = id): Item => ({ type: 'tag', id, slug: id, name });
const put = (revision: number, item: Item, act?: string): Change => ({
  kind: 'put',
  revision,
  digest: formDigest(item),
  ...(act !== undefined && { act }),
  item,
});
const gone = (revision: number, id: string): Tombstone => ({
  kind: 'tombstone',
  revision,
  type: 'tag',
  id,
  reason: 'gone',
});

test('what changed since the last release stands with its form then and its form now, in order of revision', () => {
  snapshot.apply(header(3), [put(1, tag('a', '一')), put(2, tag('b')), gone(3, 'c')]);
  snapshot.settle();
  expect(snapshot.delta()).toEqual([]);
  snapshot.apply(header(6), [put(4, tag('c')), gone(5, 'b'), put(6, tag('a', '二'), '发布')]);
  expect(snapshot.delta()).toEqual([
    {
      type: 'tag',
      id: 'c',
      revision: 4,
      before: { tombstone: gone(3, 'c') },
      after: { item: tag('c') },
    },
    { type: 'tag', id: 'b', revision: 5, before: { item: tag('b') }, after: { tombstone: gone(5, 'b') } },
    {
      type: 'tag',
      id: 'a',
      revision: 6,
      act: '发布',
      before: { item: tag('a', '一') },
      after: { item: tag('a', '二') },
    },
  ]);
});

test('of several changes the first form and the last are told', () => {
  snapshot.apply(header(1), [put(1, tag('a', '一'))]);
  snapshot.settle();
  snapshot.apply(header(2), [gone(2, 'a')]);
  snapshot.apply(header(3), [put(3, tag('a', '三'))]);
  expect(snapshot.delta()).toMatchObject([
    { revision: 3, before: { item: tag('a', '一') }, after: { item: tag('a', '三') } },
  ]);
});

test('what was not published is not forgotten when the process ends', () => {
  snapshot.apply(header(1), [put(1, tag('a', '一'))]);
  snapshot.settle();
  snapshot.apply(header(2), [put(2, tag('a', '二'))]);
  const owed = snapshot.delta();
  snapshot.close();
  snapshot = openSnapshot(join(folder, 'snapshot.db'), { readOnly: false });
  expect(snapshot.delta()).toEqual(owed);
  expect(owed).toHaveLength(1);
});

test('a change that fell through leaves no trace in the delta', () => {
  const bad = { ...put(3, tag('c')), item: { type: 'tag', id: null } } as unknown as Change;
  expect(() => snapshot.apply(header(3), [put(2, tag('b')), bad])).toThrow();
  expect(snapshot.delta()).toEqual([]);
});

test('after everything was replaced, what is the same is no change, and what is missing is', () => {
  snapshot.apply(header(2), [put(1, tag('a')), put(2, tag('b'))]);
  snapshot.settle();
  snapshot.replace(header(9), [put(8, tag('a')), put(9, tag('c'))]);
  expect(snapshot.delta()).toEqual([
    { type: 'tag', id: 'b', revision: 9, before: { item: tag('b') }, after: undefined },
    { type: 'tag', id: 'c', revision: 9, before: undefined, after: { item: tag('c') } },
  ]);
});

test('settling a part leaves the rest owed', () => {
  snapshot.apply(header(2), [put(1, tag('a')), put(2, tag('b'))]);
  snapshot.settle([{ type: 'tag', id: 'a' }]);
  expect(snapshot.delta().map(({ id }) => id)).toEqual(['b']);
});
