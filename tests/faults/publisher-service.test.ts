/** The resident publisher as `start` runs it: a process that serves, publishes what comes, and ends cleanly. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FeedServer, feedServer, token } from '../rigs/feed-server.ts';
import { article, channel, site } from '../rigs/items.ts';
import { runVerb } from '../rigs/newsroom.ts';
import { freePorts } from '../rigs/ports.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'commands', 'publisher.ts');

let folder: ReturnType<typeof temporaryFolder>;
let cms: FeedServer;
let children: ChildProcess[];
beforeEach(async () => {
  folder = temporaryFolder();
  cms = await feedServer();
  cms.ledger.put(site, channel, article('a'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await cms[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function start(port?: number) {
  const [free = 0] = port === undefined ? await freePorts(1) : [port];
  const child = fork(script, {
    env: {
      PATH: process.env['PATH'] ?? '',
      XINGLIN_DATA_DIR: folder.path,
      XINGLIN_CMS_URL: cms.url,
      XINGLIN_PUBLISHER_TOKEN: token,
      XINGLIN_SITE_PORT: String(free),
    },
    execArgv: [],
    silent: true,
  });
  children.push(child);
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  const messages: { kind: string; release: number }[] = [];
  child.on('message', (message) => messages.push(message as (typeof messages)[0]));
  return { child, messages, output, origin: `http://127.0.0.1:${free}`, ended: once(child, 'exit') };
}

test('it serves the first release, publishes what comes, and ends at SIGTERM with nothing left', async () => {
  const { child, messages, origin, output, ended } = await start();
  await until('the first release', () => messages.some(({ release }) => release === 1));
  const page = await fetch(`${origin}/news/a/`);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(page.headers.get('set-cookie')).toBeNull();
  expect((await fetch(`${origin}/news/never/`)).status).toBe(404);

  cms.ledger.put(article('b'));
  cms.wake();
  await until('the next release', () => messages.some(({ release }) => release === 2));
  expect((await fetch(`${origin}/news/b/`)).status).toBe(200);
  cms.ledger.remove('article', 'b');
  cms.wake();
  await until('the page to be gone', async () => (await fetch(`${origin}/news/b/`)).status === 410);

  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(output.join('')).not.toContain(token);
});

test('readers are served from the live tree while the CMS is away, from the first moment', async () => {
  const first = await start();
  await until('the first release', () => first.messages.some(({ release }) => release === 1));
  first.child.kill('SIGKILL');
  await first.ended;
  cms.meddle = (_request, response) => {
    response.writeHead(503).end();
    return true;
  };
  const again = await start();
  await until('the site', async () => (await fetch(`${again.origin}/news/a/`)).ok);
  await until('the fault in the log', () => again.output.join('').includes('cms-fault'));
});

test('a site port that is taken ends it with a sentence', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { ended, output } = await start(port);
  expect(await ended).toEqual([1, null]);
  expect(output.join('')).toMatch(new RegExp(`网站端口 ${port} 被占用了[^]*XINGLIN_SITE_PORT`));
  taken.close();
});

test('a second one on the same folder and port names the first and ends with exit code 3', async () => {
  const first = await start();
  await until('the first release', () => first.messages.some(({ release }) => release === 1));
  const { ended, output } = await start(Number(new URL(first.origin).port));
  expect(await ended).toEqual([3, null]);
  expect(output.join('')).toContain(`已有一个 publisher 在这个数据文件夹上工作：进程 ${first.child.pid}，`);
});

test('it tells how it is on a port of its own, and pnpm status tells it to people', async () => {
  const env = { XINGLIN_DATA_DIR: folder.path };
  expect(await runVerb('status', [], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('没有在运行'),
  });
  const service = await start();
  await until('the first release', () => service.messages.some(({ release }) => release === 1));
  const calm = await until('calm', async () => {
    const asked = await runVerb('status', [], env);
    return asked.output.includes('空闲') && asked;
  });
  expect(calm).toMatchObject({ code: 0, output: expect.stringContaining('第 1 次，修订 3') });
  const { url } = JSON.parse(readFileSync(join(folder.path, 'publisher', 'status.json'), 'utf8'));
  expect((await fetch(url.replace(/:\d+\//, `:${new URL(service.origin).port}/`))).status).toBe(404);
  const [line] = readFileSync(join(folder.path, 'logs', 'releases.ndjson'), 'utf8').split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ release: 1, revision: 3, problems: 0 });
  cms.meddle = (_request, response) => {
    response.writeHead(401).end();
    return true;
  };
  cms.wake();
  const failing = await until('the fault', async () => {
    const asked = await runVerb('status', [], env);
    return asked.code === 1 && asked;
  });
  expect(failing.output).toMatch(/故障（.*不认发布令牌/);
  expect((await fetch(url)).status).toBe(503);
  service.child.kill('SIGTERM');
  await service.ended;
  expect((await runVerb('status', [], env)).output).toContain('没有在运行');
});
