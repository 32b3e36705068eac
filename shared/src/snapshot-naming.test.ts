import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ItemOf } from './content/item.ts';
import { formDigest } from './digest.ts';
import { feedFormat } from './feed.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

const days = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-01-31', '2026-11-01', '2026-11-01'];
const video = (day: string, index: number): ItemOf<'video'> => ({
  type: 'video',
  id: `v${index}`,
  slug: `shi-pin-${index}`,
  title: '视频',
  file: 'film',
  publishedOn: day,
  departments: ['ke'],
  doctors: [],
});

let snapshot: WritableSnapshot;
beforeEach(() => {
  snapshot = openSnapshot(':memory:', { readOnly: false });
  const items = days.map(video);
  snapshot.apply(
    { kind: 'header', format: feedFormat, epoch: 'epoch-one', since: 0, revision: items.length },
    items.map((item, index) => ({ kind: 'put', revision: index + 1, digest: formDigest(item), item })),
  );
});
afterEach(() => snapshot.close());

const query = { owner: { type: 'department', id: 'ke' }, type: 'video' } as const;
const place = (index: number) => ({ sort: `${days[index]}T00:00`, id: `v${index}` });
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('months are told newest first, each once, over any gap', () => {
  const months = ['2026-11', '2026-01', '2025-12', '2024-02'];
  expect(snapshot.months(query)).toEqual(months);
  expect(snapshot.monthsOf('video')).toEqual(months);
  expect(snapshot.months({ ...query, owner: { type: 'department', id: 'wu' } })).toEqual([]);
  expect(snapshot.monthsOf('article')).toEqual([]);
});

test('newer ones come nearest first, and between two places stand those between', () => {
  expect(ids(snapshot.naming(query, { after: place(1), limit: 2 }))).toEqual(['v2', 'v3']);
  expect(ids(snapshot.naming(query, { after: place(1), before: place(5) }))).toEqual(['v2', 'v3', 'v4']);
  expect(ids(snapshot.naming(query, { after: place(5) }))).toEqual([]);
});

test('their slugs are those of the same items', () => {
  for (const options of [{}, { limit: 2 }, { after: place(1), limit: 2 }, { month: '2026-11' }]) {
    const slugs = snapshot.naming(query, options).map(({ id, slug }) => ({ id, slug }));
    expect(new Set(snapshot.slugsNaming(query, options).map((one) => `${one.id} ${one.slug}`))).toEqual(
      new Set(slugs.map((one) => `${one.id} ${one.slug}`)),
    );
  }
});

test('a place in a month is how many are older there, the id settling what the minute leaves open', () => {
  const counts = [4, 5].map((index) => snapshot.countNaming(query, '2026-11', place(index)));
  expect(counts).toEqual([0, 1]);
  expect([4, 5].map((index) => snapshot.countOf('video', '2026-11', place(index)))).toEqual([0, 1]);
  expect([snapshot.countNaming(query, '2026-11'), snapshot.countOf('video', '2026-11')]).toEqual([2, 2]);
});

test('the dates of a month are told oldest first', () => {
  expect(snapshot.datesOf('video', '2026-01')).toEqual([
    { slug: 'shi-pin-2', sort: '2026-01-01T00:00', at: null },
    { slug: 'shi-pin-3', sort: '2026-01-31T00:00', at: null },
  ]);
});
