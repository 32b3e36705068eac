import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type Change, type FeedHeader, feedFormat, feedLine, frameFeed } from './feed.ts';
import { FeedFault } from './feed-fault.ts';
import { FrameReader } from './feed-frame.ts';
import { feedRows } from './feed-rows.ts';

const header: FeedHeader = { kind: 'header', format: feedFormat, epoch: 'epoch-one', since: 0, revision: 40 };
const tag = (id: string): Item => ({ type: 'tag', id, slug: id, name: `标签${id}` });
const put = (revision: number, id: string): Change => {
  const item = tag(id);
  return { kind: 'put', revision, digest: formDigest(item), item };
};

async function feedOf(changes: readonly Change[]): Promise<Buffer> {
  let text = '';
  for await (const line of frameFeed(header, changes.map(feedLine))) text += line;
  return Buffer.from(text);
}

/** Cuts bytes into pieces of these lengths, and the rest. */
function cut(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...pieces, bytes.subarray(at)];
}

const pieces = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });
const changes = Array.from({ length: 20 }, (_, index) => put(index + 1, `t${index}`));
const whole = await feedOf(changes);

test('a feed is read the same however its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async (lengths) => {
      const reader = new FrameReader();
      for (const piece of cut(whole, lengths)) reader.push(piece);
      const frame = reader.end();
      expect(frame).toEqual({ header, count: 20 });
      const read: Change[] = [];
      for await (const portion of feedRows(frame, cut(whole, lengths))) read.push(...portion.changes);
      expect(read).toEqual(changes);
    }),
  );
});

test('a feed that ends anywhere too early is refused however its bytes are cut', () => {
  fc.assert(
    fc.property(fc.nat(whole.length - 1), pieces, (length, lengths) => {
      const reader = new FrameReader();
      expect(() => {
        for (const piece of cut(whole.subarray(0, length), lengths)) reader.push(piece);
        reader.end();
      }).toThrow(FeedFault);
    }),
  );
});

test('a login page is refused at its first line, without waiting for its end', () => {
  expect(() => new FrameReader().push(Buffer.from('<!doctype html>\n<p>登录'))).toThrow('first line');
});

test('a line without an end is refused before it fills the memory', () => {
  const reader = new FrameReader();
  const piece = Buffer.alloc(1024 * 1024, 'x');
  let pushed = 0;
  expect(() => {
    for (; pushed < 64; pushed += 1) reader.push(piece);
  }).toThrow(FeedFault);
  expect(pushed).toBeLessThan(20);
});

test('a document that stands twice in a feed is refused by name', async () => {
  const twice = await feedOf([put(1, 'a'), put(2, 'b'), put(3, 'a')]);
  const reader = new FrameReader();
  reader.push(twice);
  const read = async () => {
    for await (const _ of feedRows(reader.end(), [twice]));
  };
  await expect(read()).rejects.toMatchObject({
    code: 'feed-doubled',
    message: expect.stringContaining('tag a'),
  });
});

test('others get their turn while a long feed is read', async () => {
  const long = await feedOf(Array.from({ length: 40 }, (_, index) => longArticleTag(index)));
  const reader = new FrameReader();
  reader.push(long);
  let portions = 0;
  let turns = 0;
  let over = false;
  const othersTurn = () => {
    turns += 1;
    if (!over) setImmediate(othersTurn);
  };
  setImmediate(othersTurn);
  for await (const _ of feedRows(reader.end(), [long])) portions += 1;
  over = true;
  expect(portions).toBeGreaterThan(1);
  expect(turns).toBeGreaterThanOrEqual(portions - 1);
});

/** A row that takes its time to be validated: a page of a full megabyte would be more than the contract takes. */
function longArticleTag(index: number): Change {
  const item: Item = {
    type: 'page',
    id: `p${index}`,
    slug: `p${index}`,
    title: '很长的一页',
    body: `很长的一页${'文'.repeat(199_000)}`,
    attachments: [],
    channel: 'c',
  } as Item;
  return { kind: 'put', revision: index + 1, digest: formDigest(item), item };
}
