import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FeedServer, feedServer, token } from '../../tests/rigs/feed-server.ts';
import { article, site, tag } from '../../tests/rigs/items.ts';
import { type LogLine, openPublisher } from '../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { until } from '../../tests/rigs/until.ts';
import { httpCms } from './adapters/http-cms.ts';
import { LockFault } from './faults.ts';
import { runService, type ServiceMessage } from './service.ts';

let folder: ReturnType<typeof temporaryFolder>;
let cms: FeedServer;
let running: { messages: ServiceMessage[]; lines: LogLine[]; ended: Promise<void>; end(): void }[];
beforeEach(async () => {
  folder = temporaryFolder();
  cms = await feedServer();
  cms.ledger.put(site, tag('ai'), article('a'));
  running = [];
});
afterEach(async () => {
  for (const one of running) {
    one.end();
    await one.ended.catch(() => {});
  }
  await cms[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

function start() {
  const ending = new AbortController();
  const messages: ServiceMessage[] = [];
  const lines: LogLine[] = [];
  const port = httpCms({ url: cms.url, token });
  const ended = runService({
    cms: port,
    open: () => openPublisher(folder.path, { cms: port, lines }),
    log: (level, event, message) => void lines.push({ level, event, message }),
    tell: (message) => void messages.push(message),
    signal: ending.signal,
  });
  const service = { messages, lines, ended, end: () => ending.abort() };
  running.push(service);
  return service;
}

const page = (path: string) => readFileSync(join(folder.path, 'live', path, 'index.html'), 'utf8');
const releases = (messages: ServiceMessage[]) =>
  messages.flatMap((message) => (message.kind === 'published' ? [message.release] : []));

test('it publishes, tells its parent, is woken by the CMS, and sends receipts', async () => {
  const service = start();
  await until('the first release', () => releases(service.messages).length > 0);
  cms.ledger.put(article('a', { title: '醒来就发' }));
  cms.wake();
  await until('the second release', () => releases(service.messages).includes(2));
  expect(page('news/a')).toContain('醒来就发');
  await until('its receipts', () => cms.received.some(({ release }) => release === 2));
  expect(cms.received.find(({ release }) => release === 2)?.items[0]).toMatchObject({
    id: 'a',
    path: '/news/a/',
  });
  service.end();
  await service.ended;
});

test('a CMS that fails for a while is asked again, and the live site stays', async () => {
  const first = start();
  await until('the first release', () => releases(first.messages).length > 0);
  cms.meddle = (_request, response) => {
    response.writeHead(503).end();
    return true;
  };
  cms.wake();
  await until('the fault in the log', () => first.lines.some(({ event }) => event === 'cms-fault'));
  expect(page('news/a')).toContain('第 a 篇');
  cms.meddle = undefined;
  cms.ledger.put(article('b'));
  await until('the next release', () => releases(first.messages).includes(2));
  expect(first.lines.map(({ message }) => message).join()).not.toContain(token);
});

test('receipts that are not taken wait, and do not stop publishing', async () => {
  cms.meddle = (request, response) => {
    if (!request.url?.endsWith('/receipts')) return false;
    response.writeHead(500).end();
    return true;
  };
  const service = start();
  await until('the first release', () => releases(service.messages).length > 0);
  cms.ledger.put(article('b'));
  cms.wake();
  await until('the second release', () => releases(service.messages).includes(2));
  expect(cms.received).toEqual([]);
  cms.meddle = undefined;
  cms.ledger.put(article('c'));
  cms.wake();
  await until('all receipts', () => cms.received.length >= 3);
  expect(cms.received.map(({ release }) => release).sort()).toEqual([1, 2, 3]);
});

test('a brake halts it with a sentence, gives the lock back, and changes nothing', async () => {
  const service = start();
  await until('the first release', () => releases(service.messages).length > 0);
  cms.ledger.epoch = 'another-epoch';
  cms.ledger.put(article('b'));
  cms.wake();
  await until('the halt', () => service.messages.some(({ kind }) => kind === 'halted'));
  expect(page('news/a')).toContain('第 a 篇');
  const other = await until('the lock to be free', () => openPublisher(folder.path), { seconds: 5 });
  expect(other.snapshot.epoch).toBe('ledger-epoch-1');
  other.close();
});

test('a second one on the same folder ends with a sentence', async () => {
  const first = start();
  await until('the first release', () => releases(first.messages).length > 0);
  await expect(start().ended).rejects.toThrow(LockFault);
});
