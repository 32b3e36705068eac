import { createHash } from 'node:crypto';
import { type Change, feedLine, frameFeed } from '@xinglin/shared/feed.js';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FeedServer, feedServer, token } from '../../../tests/rigs/feed-server.ts';
import { article, site, tag } from '../../../tests/rigs/items.ts';
import { BrakeFault, CmsFault, SyncFault } from '../faults.ts';
import { MediaFault } from '../ports.ts';
import { sync } from '../sync.ts';
import { httpCms } from './http-cms.ts';
import { openState } from './state.ts';

let server: FeedServer;
let snapshot: WritableSnapshot;
let state: ReturnType<typeof openState>;
beforeEach(async () => {
  server = await feedServer();
  snapshot = openSnapshot(':memory:', { readOnly: false });
  state = openState(':memory:');
  server.ledger.put(site, tag('ai'), article('a'), article('b'));
});
afterEach(async () => {
  snapshot.close();
  state.close();
  await server[Symbol.asyncDispose]();
});

const cms = (secret = token) => httpCms({ url: server.url, token: secret });
const syncNow = (more: { allowMassDeletion?: boolean; full?: boolean } = {}) =>
  sync(cms(), snapshot, state, { allowMassDeletion: false, full: false, ...more });
const answerWith = (status: number, body: string) => {
  server.meddle = (_request, response) => {
    response.writeHead(status).end(body);
    return true;
  };
};

test('the first sync takes everything, the next only what changed since', async () => {
  expect(await syncNow()).toMatchObject({ from: 0, revision: 4, puts: 4, tombstones: 0 });
  server.ledger.put(article('a', { title: '改过的题目' })).remove('article', 'b');
  expect(await syncNow()).toMatchObject({ from: 4, revision: 6, puts: 1, tombstones: 1 });
  expect(server.asked).toEqual(['/api/xinglin/feed?since=0', '/api/xinglin/feed?since=4']);
  expect(snapshot.changesSince(0)).toEqual(server.ledger.since(0));
});

test('a wrong token is refused with a remedy, and the token stands nowhere in it', async () => {
  const refused = await cms('wrong-secret')
    .feed(0)
    .catch((error: CmsFault) => error);
  expect(refused).toBeInstanceOf(CmsFault);
  expect(refused).toMatchObject({ reason: 'refused' });
  expect(`${(refused as CmsFault).message}${(refused as CmsFault).remedy}`).not.toContain('wrong-secret');
});

test('a CMS that is away, fails or redirects is named', async () => {
  await expect(httpCms({ url: 'http://127.0.0.1:9', token }).feed(0)).rejects.toMatchObject({
    reason: 'unreachable',
  });
  answerWith(500, 'stack trace');
  await expect(cms().feed(0)).rejects.toMatchObject({
    reason: 'failed',
    message: expect.stringContaining('500'),
  });
  server.meddle = (_request, response) => {
    response.writeHead(302, { location: '/login' }).end();
    return true;
  };
  await expect(cms().feed(0)).rejects.toBeInstanceOf(CmsFault);
});

test.each([
  ['empty', () => ''],
  ['a login page', () => '<html>sign in</html>'],
  ['cut in the middle', (feed: string) => feed.slice(0, feed.length / 2)],
  ['without its trailer', (feed: string) => feed.slice(0, feed.lastIndexOf('{"count"'))],
  ['changed on the way', (feed: string) => feed.replace('第 a 篇', '第 x 篇')],
])('a feed that is %s changes nothing', async (_what, spoil) => {
  await syncNow();
  const before: Change[] = snapshot.changesSince(0);
  server.ledger.put(article('a', { body: '第 a 篇改过了。' }));
  answerWith(200, spoil(await server.ledger.feed(4)));
  await expect(syncNow()).rejects.toThrow(SyncFault);
  expect([snapshot.revision, snapshot.changesSince(0)]).toEqual([4, before]);
});

test('a feed that brings a document twice changes nothing', async () => {
  await syncNow();
  const [row] = server.ledger.put(article('a', { title: '改过的题目' })).since(4) as [Change];
  let twice = '';
  const lines = [feedLine(row), feedLine({ ...row, revision: 6 })];
  for await (const line of frameFeed({ ...server.ledger.header(4), revision: 6 }, lines)) twice += line;
  answerWith(200, twice);
  await expect(syncNow()).rejects.toThrow(/feed-doubled(.|\n)*article a/);
  expect([snapshot.revision, snapshot.get('article', 'a')?.title]).toEqual([4, '第 a 篇']);
});

test('a full feed that is well framed and empty stops, however little there was', async () => {
  await syncNow();
  const { epoch, revision } = server.ledger;
  let empty = '';
  for await (const line of frameFeed({ ...server.ledger.header(0), epoch, revision }, [])) empty += line;
  answerWith(200, empty);
  await expect(syncNow({ full: true })).rejects.toThrow(BrakeFault);
  expect(snapshot.count()).toBe(4);
});

test('a CMS that asks for patience is given as much as it asks for', async () => {
  server.meddle = (_request, response) => {
    response.writeHead(429, { 'retry-after': '7' }).end();
    return true;
  };
  await expect(cms().feed(0)).rejects.toMatchObject({ reason: 'failed', retryAfter: 7 });
});

test.each([
  ['a byte a second', 1, '慢得不能用'],
  ['nothing after its first line', 0, '没有应答'],
])('a feed that brings %s is given up, and nothing is changed', async (_what, each, why) => {
  const text = await server.ledger.feed(0);
  const first = text.indexOf('\n') + 1;
  server.meddle = (_request, response) => {
    response.writeHead(200).write(text.slice(0, first));
    let at = first;
    const drip = setInterval(() => {
      if (each > 0) response.write(text.slice(at, at + each));
      at += each;
    }, 10);
    response.once('close', () => clearInterval(drip));
    return true;
  };
  const impatient = httpCms({ url: server.url, token, second: 10 });
  const given = sync(impatient, snapshot, state, { allowMassDeletion: false, full: false });
  await expect(given).rejects.toMatchObject({ reason: 'unreachable', message: expect.stringContaining(why) });
  expect(snapshot.revision).toBe(0);
});

test('a CMS that takes a question and never answers is given up', async () => {
  server.meddle = () => true;
  await expect(httpCms({ url: server.url, token, second: 5 }).feed(0)).rejects.toMatchObject({
    reason: 'unreachable',
    message: expect.stringContaining('没有应答'),
  });
});

test('an answer to another question is refused', async () => {
  await syncNow();
  answerWith(200, await server.ledger.feed(0));
  await expect(syncNow()).rejects.toThrow(SyncFault);
});

test('an unknown type or field stops the sync and is named', async () => {
  const odd = { ...article('c'), mood: 'merry' };
  server.ledger.put(odd);
  await expect(syncNow()).rejects.toThrow(/mood/);
  expect(snapshot.revision).toBe(0);
});

test('an item against the contract is quarantined, keeps its last good form, and leaves when it comes again', async () => {
  await syncNow();
  server.ledger.put(article('a', { title: ' 前有空格' }), article('c'));
  expect((await syncNow()).quarantined.map(({ id }) => id)).toEqual(['a']);
  expect(snapshot.get('article', 'a')?.title).toBe('第 a 篇');
  expect(snapshot.get('article', 'c')).toBeDefined();
  await syncNow({ full: true });
  expect(snapshot.get('article', 'a')?.title).toBe('第 a 篇');
  expect(state.quarantined().map(({ id }) => id)).toEqual(['a']);
  server.ledger.put(article('a', { title: '改好了' }));
  await syncNow();
  expect(state.quarantined()).toEqual([]);
  expect(snapshot.get('article', 'a')?.title).toBe('改好了');
});

test('another epoch stops; accepted, it replaces everything', async () => {
  await syncNow();
  server.ledger.epoch = 'ledger-epoch-2';
  server.ledger.rows.delete('article b');
  await expect(syncNow()).rejects.toThrow(BrakeFault);
  expect(snapshot.epoch).toBe('ledger-epoch-1');
  await syncNow({ allowMassDeletion: true });
  expect([snapshot.epoch, snapshot.get('article', 'b')]).toEqual(['ledger-epoch-2', undefined]);
});

test('a head that went backwards stops', async () => {
  await syncNow();
  server.ledger.revision = 3;
  server.meddle = (_request, response) => {
    void server.ledger.feed(4).then((text) => response.end(text));
    return true;
  };
  await expect(syncNow()).rejects.toThrow(BrakeFault);
});

test('a full feed with less than half of the items stops, and goes on when accepted', async () => {
  for (let at = 0; at < 60; at += 1) server.ledger.put(article(`n${at}`));
  await syncNow();
  for (let at = 0; at < 60; at += 1) server.ledger.rows.delete(`article n${at}`);
  await expect(syncNow({ full: true })).rejects.toThrow(/64.*4.*60/);
  expect(snapshot.count()).toBe(64);
  await syncNow({ full: true, allowMassDeletion: true });
  expect(snapshot.count()).toBe(4);
});

test('waiting ends as soon as there is something new', async () => {
  expect(await cms().wait(0, 25)).toBe(4);
  const waiting = cms().wait(4, 25);
  server.ledger.put(tag('new'));
  server.wake();
  expect(await waiting).toBe(5);
});

test('waiting can be called off', async () => {
  const ending = new AbortController();
  const waiting = cms().wait(4, 25, ending.signal);
  ending.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});

test('media bytes are believed only when their hash is right', async () => {
  const bytes = Buffer.from('a file');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  server.media.set(sha256, bytes);
  expect(Buffer.from(await cms().media(sha256)).toString()).toBe('a file');
  server.media.set(sha256, Buffer.from('another file'));
  await expect(cms().media(sha256)).rejects.toThrow(MediaFault);
  await expect(cms().media('0'.repeat(64))).rejects.toThrow(MediaFault);
});
