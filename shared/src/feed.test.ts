import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type Change, type FeedHeader, feedFormat, feedLine, frameFeed } from './feed.ts';
import { FeedFault, type FeedFaultCode } from './feed-fault.ts';
import { readFeed } from './feed-rows.ts';

const header = (since: number, revision: number): FeedHeader => ({
  kind: 'header',
  format: feedFormat,
  epoch: 'epoch-one',
  since,
  revision,
});
const tag = (id: string): Item => ({ type: 'tag', id, slug: id, name: `标签${id}` });
const put = (revision: number, item: Item): Change => ({
  kind: 'put',
  revision,
  digest: formDigest(item),
  item,
});
const gone = (revision: number, id: string): Change => ({
  kind: 'tombstone',
  revision,
  type: 'tag',
  id,
  reason: 'gone',
});

async function feedOf(head: FeedHeader, lines: readonly string[]): Promise<string> {
  let text = '';
  for await (const line of frameFeed(head, lines)) text += line;
  return text;
}

/** The fault's code, or undefined where the feed is read. */
function faultIn(text: string): FeedFaultCode | undefined {
  try {
    readFeed(text);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(FeedFault);
    expect((error as FeedFault).message.length).toBeGreaterThan(20);
    return (error as FeedFault).code;
  }
}

const changes = [put(3, tag('a')), gone(5, 'b'), put(9, tag('c'))];
const whole = await feedOf(header(2, 9), changes.map(feedLine));

describe('a feed', () => {
  it('is read as it was framed', () => {
    expect(readFeed(whole)).toEqual({ header: header(2, 9), changes, quarantined: [] });
  });

  it('may hold no change at all', async () => {
    const empty = await feedOf(header(9, 9), []);
    expect(readFeed(empty).changes).toEqual([]);
  });

  it('is recognised as cut at every byte', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(faultIn(whole.slice(0, length)), `cut after ${length}`).toBeDefined();
    }
  });

  it('is recognised as changed wherever one letter of a row differs', () => {
    const body = whole.indexOf('\n') + 1;
    const end = whole.lastIndexOf('{"count"') - 1;
    fc.assert(
      fc.property(fc.integer({ min: body, max: end - 1 }), (index) => {
        const other = whole[index] === 'x' ? 'y' : 'x';
        expect(faultIn(whole.slice(0, index) + other + whole.slice(index + 1))).toBeDefined();
      }),
    );
  });

  it('is recognised as changed where a line is missing, doubled or moved', () => {
    const lines = whole.trimEnd().split('\n');
    const [head = '', first = '', second = '', third = '', end = ''] = lines;
    for (const wrong of [
      [head, first, third, end],
      [head, first, first, second, third, end],
      [head, second, first, third, end],
    ]) {
      expect(faultIn(`${wrong.join('\n')}\n`)).toBe('feed-corrupt');
    }
  });
});

describe('an answer that is no feed is refused by name', () => {
  const foreign = canonicalJson({ ...header(0, 0), format: 'xinglin-feed/99' });
  it.each<[string, string, FeedFaultCode]>([
    ['nothing at all', '', 'feed-empty'],
    ['a login page', '<!doctype html>\n<title>登录</title>\n', 'feed-not-ndjson'],
    ['an error in JSON', '{"error":{"status":404}}\n', 'feed-foreign'],
    ['another format', `${foreign}\n`, 'feed-foreign'],
    ['a header alone', `${feedLine(header(0, 0))}\n`, 'feed-truncated'],
    ['a trailer alone', `${whole.trimEnd().split('\n').at(-1)}\n`, 'feed-foreign'],
  ])('%s', (_what, text, code) => {
    expect(faultIn(text)).toBe(code);
  });
});

describe('rows that are framed well but wrong are refused', () => {
  it.each<[string, unknown[], FeedFaultCode]>([
    ['falling revisions', [put(5, tag('a')), put(4, tag('b'))], 'feed-disordered'],
    ['a revision twice', [put(5, tag('a')), put(5, tag('b'))], 'feed-disordered'],
    ['a revision at or before the cursor', [put(2, tag('a'))], 'feed-disordered'],
    ['a revision beyond the head', [put(10, tag('a'))], 'feed-disordered'],
    ['no revision', [{ kind: 'put', item: tag('a') }], 'feed-disordered'],
    ['an unknown kind of row', [{ kind: 'patch', revision: 3 }], 'feed-unknown-type'],
    [
      'an unknown type',
      [{ ...put(3, tag('a')), item: { ...tag('a'), type: 'podcast' } }],
      'feed-unknown-type',
    ],
    ['an unknown type of tombstone', [{ ...gone(3, 'a'), type: 'podcast' }], 'feed-unknown-type'],
    ['an unknown field', [{ ...put(3, tag('a')), item: { ...tag('a'), mood: '好' } }], 'feed-unknown-field'],
    ['an unknown field of a tombstone', [{ ...gone(3, 'a'), mood: '好' }], 'feed-unknown-field'],
    ['a digest of other content', [{ ...put(3, tag('a')), item: tag('b') }], 'feed-corrupt'],
  ])('%s', async (_what, rows, code) => {
    expect(faultIn(await feedOf(header(2, 9), rows.map(canonicalJson)))).toBe(code);
  });

  it('leaves an item with a bad value aside by name and takes the rest', async () => {
    const bad = { ...tag('bad'), name: '' } as Item;
    const text = await feedOf(header(2, 9), [put(3, bad), put(4, tag('good'))].map(feedLine));
    const feed = readFeed(text);
    expect(feed.changes).toEqual([put(4, tag('good'))]);
    expect(feed.quarantined).toMatchObject([{ type: 'tag', id: 'bad', revision: 3 }]);
    expect(feed.quarantined[0]?.problems[0]).toContain('name');
  });
});
