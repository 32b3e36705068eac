import { expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type FeedHeader, feedFormat, type Put } from './feed.ts';
import { openSnapshot } from './snapshot.ts';

const header = (revision: number): FeedHeader => ({
  kind: 'header',
  format: feedFormat,
  epoch: 'epoch-one',
  since: 0,
  revision,
});
const put = (revision: number, item: Item, at?: string): Put => ({
  kind: 'put',
  revision,
  digest: formDigest(item),
  ...(at !== undefined && { at }),
  item,
});
const video = (id: string, publishedOn: string, poster?: string): Item => ({
  type: 'video',
  id,
  slug: id,
  title: id,
  file: 'film',
  ...(poster !== undefined && { poster }),
  publishedOn,
  departments: [],
  doctors: [],
});
const campus = (id: string, intro?: string): Item => ({
  type: 'campus',
  id,
  slug: id,
  name: id,
  order: 1,
  ...(intro !== undefined && { intro }),
});

test('the last change is told of a month, and of what has no date', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  snapshot.apply(header(5), [
    put(1, video('a', '2026-01-01'), '2026-11-03T00:00:00.000Z'),
    put(2, video('b', '2026-01-31'), '2026-11-02T00:00:00.000Z'),
    put(3, video('c', '2026-02-01'), '2026-11-04T00:00:00.000Z'),
    put(4, campus('d'), '2026-11-05T00:00:00.000Z'),
    put(5, { type: 'tag', id: 'e', slug: 'e', name: 'e' }),
  ]);
  expect(snapshot.lastChangeOf('video', '2026-01')).toBe('2026-11-03T00:00:00.000Z');
  expect(snapshot.lastChangeOf('video', '2026-03')).toBeUndefined();
  expect(snapshot.lastChangeOf('campus')).toBe('2026-11-05T00:00:00.000Z');
  expect(snapshot.lastChangeOf('tag')).toBeUndefined();
  expect(snapshot.slugs('campus')).toEqual([{ slug: 'd', sort: null, at: '2026-11-05T00:00:00.000Z' }]);
  expect(snapshot.putOf('campus', 'd')).toEqual(put(4, campus('d'), '2026-11-05T00:00:00.000Z'));
});

test('pictures that pages show are told by month, oldest page first; what is only downloaded is none', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  snapshot.apply(header(4), [
    put(1, video('a', '2026-01-31', 'poster1')),
    put(2, video('b', '2026-01-01', 'poster2')),
    put(3, video('c', '2026-02-01', 'poster3')),
    put(4, campus('d', '![图](media:map) 和 ![图](media:bus)')),
  ]);
  expect(snapshot.picturesOf('video', '2026-01')).toEqual([
    { slug: 'b', media: 'poster2' },
    { slug: 'a', media: 'poster1' },
  ]);
  expect(snapshot.picturesOf('campus')).toEqual([
    { slug: 'd', media: 'map' },
    { slug: 'd', media: 'bus' },
  ]);
});

test('the same form, changed and changed back, differs from what was published in its moment alone', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  const [first, last] = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z'];
  snapshot.apply(header(1), [put(1, campus('a'), first)]);
  snapshot.settle();
  snapshot.replace(header(3), [put(3, campus('a'), last)]);
  expect(snapshot.delta()).toEqual([
    {
      type: 'campus',
      id: 'a',
      revision: 3,
      before: { item: campus('a'), at: first },
      after: { item: campus('a'), at: last },
    },
  ]);
});
