import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import type { Change, FeedHeader, QuarantinedItem } from './feed.ts';
import type { FeedRows, TakenFeed } from './feed-rows.ts';
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
const put = (revision: number, id: string, name = id): Change => {
  const item: Item = { type: 'tag', id, slug: id, name };
  return { kind: 'put', revision, digest: formDigest(item), item };
};
const bad = (id: string): QuarantinedItem => ({
  type: 'tag',
  id,
  title: id,
  revision: 9,
  problems: ['name'],
});
const portion = (changes: Change[], quarantined: QuarantinedItem[] = []): FeedRows => ({
  changes,
  quarantined,
});
const take = (revision: number, portions: FeedRows[], whole: boolean, epoch?: string) =>
  snapshot.take({ header: header(revision, epoch), portions, whole }, () => {});
const names = () => snapshot.all('tag').map(({ name }) => name);

test('portions are taken up as one, and counted', async () => {
  snapshot.apply(header(1), [put(1, 'a')]);
  const gone: Change = { kind: 'tombstone', revision: 4, type: 'tag', id: 'a', reason: 'gone' };
  const taken = await take(4, [portion([put(2, 'b')], [bad('x')]), portion([put(3, 'c'), gone])], false);
  expect(taken).toEqual({
    puts: 2,
    tombstones: 1,
    quarantined: [bad('x')],
    named: [
      { type: 'tag', id: 'b' },
      { type: 'tag', id: 'c' },
      { type: 'tag', id: 'a' },
    ],
    before: 1,
    after: 2,
  } satisfies TakenFeed);
  expect([snapshot.revision, ...names()]).toEqual([4, 'b', 'c']);
});

test('a whole feed takes the place of all, and what it brings quarantined keeps its form', async () => {
  snapshot.apply(header(3), [put(1, 'a'), put(2, 'b'), put(3, 'c')]);
  snapshot.settle();
  const taken = await take(5, [portion([put(1, 'a'), put(4, 'd')], [bad('b')])], true);
  expect(taken).toMatchObject({ before: 3, after: 3, named: undefined });
  expect(names()).toEqual(['a', 'b', 'd']);
  expect(snapshot.delta().map(({ id }) => id)).toEqual(['d', 'c']);
});

test('in another history an id means another document: nothing is kept', async () => {
  snapshot.apply(header(3), [put(1, 'a'), put(2, 'b')]);
  await take(5, [portion([put(4, 'd')], [bad('b')])], true, 'epoch-two');
  expect(names()).toEqual(['d']);
});

test('what the judge throws lets go of everything', async () => {
  snapshot.apply(header(1), [put(1, 'a')]);
  snapshot.settle();
  const refused = snapshot.take(
    { header: header(3, 'epoch-two'), portions: [portion([put(2, 'b')])], whole: true },
    ({ before, after }) => {
      throw new Error(`${before} → ${after}`);
    },
  );
  await expect(refused).rejects.toThrow('1 → 1');
  expect([snapshot.epoch, snapshot.revision, ...names()]).toEqual(['epoch-one', 1, 'a']);
  expect(snapshot.delta()).toEqual([]);
});

test('nobody reads or writes half of a feed; afterwards all of it stands', async () => {
  snapshot.apply(header(1), [put(1, 'a')]);
  expect(names()).toEqual(['a']);
  const step = Promise.withResolvers<void>();
  const half = Promise.withResolvers<void>();
  const portions = async function* () {
    yield portion([put(2, 'a', '乙')]);
    half.resolve();
    await step.promise;
    yield portion([put(3, 'b')]);
  };
  const taking = snapshot.take({ header: header(3), portions: portions(), whole: false }, () => {});
  await half.promise;
  expect(() => snapshot.get('tag', 'a')).toThrow('takes a feed up');
  expect(() => snapshot.version).toThrow('takes a feed up');
  expect(() => snapshot.settle()).toThrow('takes a feed up');
  step.resolve();
  await taking;
  expect(names()).toEqual(['乙', 'b']);
});

test('a feed that breaks off in the middle leaves everything as it was', async () => {
  snapshot.apply(header(1), [put(1, 'a')]);
  const portions = async function* () {
    yield portion([put(2, 'a', '乙')]);
    throw new Error('cut');
  };
  const taking = snapshot.take({ header: header(3), portions: portions(), whole: true }, () => {});
  await expect(taking).rejects.toThrow('cut');
  expect([snapshot.revision, ...names()]).toEqual([1, 'a']);
});
