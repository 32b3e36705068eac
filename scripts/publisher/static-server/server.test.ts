import { once } from 'node:events';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, site, tag } from '../../../tests/rigs/items.ts';
import { Ledger } from '../../../tests/rigs/ledger.ts';
import { openPublisher } from '../../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { publish } from '../publish.ts';
import { openRegistry, type Registry } from './registry.ts';
import { staticServer } from './server.ts';

let folder: ReturnType<typeof temporaryFolder>;
let registry: Registry;
let server: ReturnType<typeof staticServer>;
const ledger = new Ledger().put(site, tag('ai'), article('a'), article('gone'), article('moved'));
ledger.remove('article', 'gone').remove('article', 'moved', { reason: 'redirect', redirectTo: '/news/a/' });

beforeEach(async () => {
  folder = temporaryFolder();
  const workshop = await openPublisher(folder.path);
  ledger.applyTo(workshop.snapshot);
  await publish(workshop, { acceptShrink: false, full: false });
  workshop.close();
  registry = openRegistry(workshop.paths.publisherState);
  server = staticServer({ root: workshop.paths.live, registry });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  registry.close();
  folder[Symbol.dispose]();
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual', ...init });

test('a page is served with its type and a tag, and asked again it costs nothing', async () => {
  const first = await get('/news/a/');
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await first.text()).toContain('第 a 篇');
  const tagOf = first.headers.get('etag') ?? '';
  expect((await get('/news/a/', { headers: { 'if-none-match': tagOf } })).status).toBe(304);
});

test('a missing page answers 404 with the page for it, wherever it is asked for', async () => {
  for (const path of ['/news/never/', '/404.html', '/.hidden']) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).toContain('没有这一页');
  }
});

test('a gone item answers 410, a redirected one 301', async () => {
  expect((await get('/news/gone/')).status).toBe(410);
  const moved = await get('/news/moved/');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/news/a/']);
});

test('a folder without its slash leads to the one with it', async () => {
  const answer = await get('/news/a');
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/news/a/']);
});

test('a part of a file is served for players', async () => {
  const answer = await get('/robots.txt', { headers: { range: 'bytes=1-3' } });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([206, 'bytes 1-3/6']);
  expect(await answer.text()).toBe('obo');
});

test('HEAD has headers only, and nothing can be written', async () => {
  const head = await get('/robots.txt', { method: 'HEAD' });
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['6', '']);
  expect((await get('/robots.txt', { method: 'POST' })).status).toBe(405);
});

test('while a file is replaced again and again, every answer is one version, whole', async () => {
  const root = join(folder.path, 'live', 'changing');
  mkdirSync(root);
  const write = (version: number) => {
    writeFileSync(join(root, '.next'), String(version % 10).repeat(200_000 + version));
    renameSync(join(root, '.next'), join(root, 'index.html'));
  };
  write(0);
  const answers = Array.from({ length: 60 }, async (_, version) => {
    const reading = get('/changing/').then((answer) => answer.text());
    write(version + 1);
    return reading;
  });
  for (const text of await Promise.all(answers)) {
    const version = text.length - 200_000;
    expect(text === String(version % 10).repeat(text.length)).toBe(true);
  }
});
