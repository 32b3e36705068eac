import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formDigest } from '@xinglin/shared/digest.js';
import { type Change, feedFormat, feedLine, frameFeed } from '@xinglin/shared/feed.js';
import { FeedFault } from '@xinglin/shared/feed-fault.js';
import type { TakenFeed } from '@xinglin/shared/feed-rows.js';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article } from '../../../tests/rigs/items.ts';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import type { TakeOptions } from '../feed-port.ts';
import { receiveFeed } from './received-feed.ts';

let folder: ReturnType<typeof temporaryFolder>;
let snapshot: WritableSnapshot;
beforeEach(() => {
  folder = temporaryFolder();
  snapshot = openSnapshot(join(folder.path, 'snapshot.db'), { readOnly: false });
});
afterEach(() => {
  snapshot.close();
  folder[Symbol.dispose]();
});

const put = (revision: number, more: object = {}): Change => {
  const item = article(`a${revision}`, { body: '正文。'.repeat(500), ...more });
  return { kind: 'put', revision, digest: formDigest(item), item };
};

async function* feedOf(rows: readonly Change[], pieces = 64 * 1024): AsyncGenerator<Uint8Array> {
  const head = { kind: 'header', format: feedFormat, epoch: 'epoch-one', since: 0 } as const;
  let text = '';
  const framed = frameFeed({ ...head, revision: rows.length }, rows.map(feedLine));
  for await (const line of framed) text += line;
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
}

/** Some two megabytes: enough to leave the memory. */
const many = Array.from({ length: 400 }, (_, index) => put(index + 1));
const spool = () => join(folder.path, 'spool');

async function take(rows: readonly Change[], more: Partial<TakeOptions> = {}): Promise<TakenFeed> {
  await using feed = await receiveFeed(feedOf(rows), spool());
  return await feed.into(snapshot, { whole: true, judge: () => {}, ...more });
}

test('a large feed waits in a file without a name and is taken up by a thread, seen from here at once', async () => {
  expect(snapshot.count()).toBe(0);
  const seen: number[] = [];
  const taken = await take(many, { onRows: (rows, of) => seen.push(rows / of) });
  expect(readdirSync(spool())).toEqual([]);
  expect(taken).toMatchObject({ puts: 400, before: 0, after: 400 });
  expect([snapshot.revision, snapshot.epoch, snapshot.count()]).toEqual([400, 'epoch-one', 400]);
  expect(snapshot.changesSince(0)).toEqual(many);
  expect(seen.every((share) => share <= 1)).toBe(true);
});

test('the snapshot can be read while a large feed is taken up, as it was before', async () => {
  await take(many.slice(0, 3));
  let during: number | undefined;
  await take(many, {
    judge: () => {
      during = snapshot.count();
    },
  });
  expect([during, snapshot.count()]).toEqual([3, 400]);
});

test('what the judge throws reaches the caller, and nothing is taken up', async () => {
  const judge = () => {
    throw new RangeError('too few');
  };
  await expect(take(many, { judge })).rejects.toThrow(RangeError);
  expect(snapshot.count()).toBe(0);
  expect((await take(many)).after).toBe(400);
});

test('a wrong row far inside a large feed lets go of all of it', async () => {
  const wrong = many.with(390, { ...(many[390] as Change), digest: '0'.repeat(64) } as Change);
  const refused = await take(wrong).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FeedFault);
  expect(refused).toMatchObject({ code: 'feed-corrupt', message: expect.stringContaining('a391') });
  expect(snapshot.count()).toBe(0);
});

test('quarantined items of a large feed are told by name', async () => {
  const rows = many.with(7, put(8, { title: ' 前有空格' }));
  expect((await take(rows)).quarantined).toMatchObject([{ type: 'article', id: 'a8' }]);
  expect(snapshot.count()).toBe(399);
});

test('a large feed that is called off leaves the snapshot free and as it was', async () => {
  const ending = new AbortController();
  const judge = () => ending.abort(new Error('enough'));
  await expect(take(many, { judge, signal: ending.signal })).rejects.toThrow('enough');
  expect((await take(many)).before).toBe(0);
});

test('a feed that breaks off leaves no file', async () => {
  const broken = async function* () {
    yield* feedOf(many);
    throw new Error('connection reset');
  };
  await expect(receiveFeed(broken(), spool())).rejects.toThrow('connection reset');
  expect(readdirSync(spool())).toEqual([]);
});

test('a small feed needs no file at all', async () => {
  const small = many.slice(0, 5);
  expect((await take(small)).puts).toBe(5);
  expect(() => readdirSync(spool())).toThrow('ENOENT');
});
