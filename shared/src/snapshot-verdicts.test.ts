import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Media } from './content/media.ts';
import { formDigest } from './digest.ts';
import type { Put } from './feed.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

const [bytes, others] = ['ab'.repeat(32), 'cd'.repeat(32)];
const put = (id: string, sha256: string, revision: number): Put => {
  const item: Media = {
    ...{ type: 'media', id, sha256, name: `${id}.jpg`, ext: '.jpg', mime: 'image/jpeg', size: 1 },
    ...{ width: 30, height: 20, decorative: false },
  };
  return { kind: 'put', revision, digest: formDigest(item), item };
};
const header = (revision: number) => ({
  ...({ kind: 'header', format: 1, epoch: 'e', since: 0 } as const),
  revision,
});
const changed = (snapshot: WritableSnapshot) => snapshot.delta().map(({ id }) => id);

let snapshot: WritableSnapshot;
beforeEach(() => {
  snapshot = openSnapshot(':memory:', { readOnly: false });
  snapshot.apply(header(3), [put('a', bytes, 1), put('b', bytes, 2), put('c', others, 3)]);
  snapshot.settle();
});
afterEach(() => snapshot.close());

test('every file of judged bytes is broken to whoever reads it, and joins the delta', () => {
  snapshot.get('media', 'a');
  snapshot.judge([{ sha256: bytes, problem: '图片解不开', lasting: true }], []);
  expect(['a', 'b', 'c'].map((id) => snapshot.get('media', id)?.broken)).toEqual([
    '图片解不开',
    '图片解不开',
    undefined,
  ]);
  expect(changed(snapshot)).toEqual(['a', 'b']);
  expect(snapshot.mediaOf(bytes).map(({ id, broken }) => [id, broken])).toEqual([
    ['a', undefined],
    ['b', undefined],
  ]);
});

test('acquitted, they are whole again and join the delta once more', () => {
  snapshot.judge([{ sha256: bytes, problem: '取不到', lasting: false }], []);
  expect(snapshot.verdicts()).toEqual([{ sha256: bytes, problem: '取不到', lasting: false }]);
  snapshot.settle();
  snapshot.judge([], [bytes]);
  expect(snapshot.get('media', 'a')?.broken).toBeUndefined();
  expect(changed(snapshot)).toEqual(['a', 'b']);
  expect(snapshot.verdicts()).toEqual([]);
});

test('a verdict outlives a feed that is read anew, and says nothing of other bytes', () => {
  snapshot.judge([{ sha256: bytes, problem: '图片解不开', lasting: true }], []);
  snapshot.replace(header(5), [put('a', bytes, 4), put('b', others, 5)]);
  expect(snapshot.get('media', 'a')?.broken).toBe('图片解不开');
  expect(snapshot.get('media', 'b')?.broken).toBeUndefined();
});
