import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FeedServer, feedServer, token } from '../../tests/rigs/feed-server.ts';
import { article, site, tag } from '../../tests/rigs/items.ts';
import { type LogLine, openPublisher } from '../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { until } from '../../tests/rigs/until.ts';
import { httpCms } from './adapters/http-cms.ts';
import { pace } from './pacing.ts';
import type { ReleaseLine } from './release-line.ts';
import { runService, type ServiceMessage } from './service.ts';
import { StatusBoard } from './status-board.ts';

let folder: ReturnType<typeof temporaryFolder>;
let cms: FeedServer;
let running: { ending: AbortController; ended: Promise<void> }[];
beforeEach(async () => {
  folder = temporaryFolder();
  cms = await feedServer();
  cms.ledger.put(site, tag('ai'), article('a'));
  running = [];
});
afterEach(async () => {
  for (const one of running) {
    one.ending.abort();
    await one.ended;
  }
  await cms[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

function start() {
  const ending = new AbortController();
  const lines: LogLine[] = [];
  const releases: (ReleaseLine & { when: number })[] = [];
  const messages: ServiceMessage[] = [];
  const board = new StatusBoard();
  const port = httpCms({ url: cms.url, token });
  const ended = runService({
    cms: port,
    board,
    open: () => openPublisher(folder.path, { cms: port, lines }),
    log: (level, event, message) => void lines.push({ level, event, message }),
    tell: (message) => void messages.push(message),
    released: (line) => void releases.push({ ...line, when: performance.now() }),
    signal: ending.signal,
  });
  const service = { lines, releases, messages, board, ended, ending };
  running.push(service);
  return service;
}

const page = (path: string) => readFileSync(join(folder.path, 'live', path, 'index.html'), 'utf8');
const commit = (...items: Parameters<FeedServer['ledger']['put']>) => {
  cms.ledger.put(...items);
  cms.wake();
};
const suspension: ItemOf<'notice'> = {
  type: 'notice',
  id: 'n',
  slug: 'n',
  title: '今日停诊',
  category: '停诊',
  publishedOn: '2026-11-23',
  expired: false,
  body: '今日停诊。',
  attachments: [],
  channel: 'dongtai',
  suspensions: [],
  clinics: [],
};

test('of a burst each change is live within two seconds, in few releases', async () => {
  const service = start();
  await until('the first release', () => service.releases.length > 0);
  const late: number[] = [];
  const served: Promise<void>[] = [];
  const began = performance.now();
  for (let index = 0; index < 30; index += 1) {
    await until('the next moment', () => performance.now() - began >= index * 100, { every: 5 });
    const committed = performance.now();
    commit(article(`b${index}`));
    const live = until(`b${index}`, () => page(`news/b${index}`) !== '', { every: 5 });
    served.push(live.then(() => void late.push(performance.now() - committed)));
  }
  await Promise.all(served);
  expect(Math.max(...late)).toBeLessThan(2_000);
  expect(service.releases.length).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - began) / pace));
});

test('an emergency does not wait for the second that other changes wait for', async () => {
  const service = start();
  await until('the first release', () => service.releases.length > 0);
  const [first] = service.releases;
  commit(suspension);
  await until('the emergency', () =>
    service.releases.some(({ causes }) => causes.some(({ id }) => id === 'n')),
  );
  const apart = (service.releases[1]?.when ?? 0) - (first?.when ?? 0);
  commit(article('b'));
  await until('the article', () => service.releases.length > 2);
  expect((service.releases[2]?.when ?? 0) - (service.releases[1]?.when ?? 0)).toBeGreaterThan(apart);
  expect(apart).toBeLessThan(pace);
});

test('an emergency takes along what was waiting when it came', async () => {
  const service = start();
  await until('the first release', () => service.releases.length > 0);
  commit(article('b'));
  commit(suspension);
  await until('both', () => service.releases.at(-1)?.revision === 5);
  expect(service.releases.flatMap(({ causes }) => causes.map(({ id }) => id)).slice(-2)).toEqual(['b', 'n']);
  expect((service.releases[1]?.when ?? 0) - (service.releases[0]?.when ?? 0)).toBeLessThan(pace);
});

test('a CMS that answers with an older state halts it; what is live stays', async () => {
  const service = start();
  await until('the first release', () => service.releases.length > 0);
  commit(article('a', { title: '新的题目' }));
  await until('the newer title', () => page('news/a').includes('新的题目'));
  const { revision } = cms.ledger;
  cms.ledger.put(article('a', { title: '旧的题目' }));
  cms.ledger.revision = revision - 1;
  cms.wake();
  cms.meddle = (request, response) => {
    if (!request.url?.includes('/feed/wait')) return false;
    response.end(JSON.stringify({ revision: revision - 1 }));
    return true;
  };
  await until('the halt', () => service.board.read().state === 'halted');
  expect(service.board.read().fault).toMatchObject({ name: 'brake-fault', times: 1 });
  expect(service.board.read().revision).toBe(revision);
  expect(page('news/a')).toContain('新的题目');
});

test('a CMS that is away is told once, and once when it is back', async () => {
  const service = start();
  await until('the first release', () => service.releases.length > 0);
  cms.meddle = (_request, response) => {
    response.writeHead(503).end();
    return true;
  };
  cms.wake();
  await until('three attempts', () => (service.board.read().fault?.times ?? 0) >= 3);
  expect(service.board.read().state).toBe('failing');
  cms.meddle = undefined;
  await until('the recovery', () => service.lines.some(({ event }) => event === 'recovered'));
  expect(service.lines.filter(({ event }) => event === 'cms-fault').length).toBeLessThanOrEqual(2);
  expect(service.board.read()).toMatchObject({ state: 'idle', fault: { until: expect.any(String) } });
});

test('what a CMS asks for in seconds is kept', async () => {
  const service = start();
  await until('the first release', () => service.releases.length > 0);
  let refusedAt = 0;
  let again = 0;
  cms.meddle = (request, response) => {
    if (!request.url?.includes('/feed')) return false;
    if (refusedAt > 0) {
      again ||= performance.now();
      return false;
    }
    refusedAt = performance.now();
    response.writeHead(429, { 'retry-after': '2' }).end();
    return true;
  };
  cms.wake();
  await until('the next question', () => again > 0);
  expect(again - refusedAt).toBeGreaterThanOrEqual(1_990);
});
