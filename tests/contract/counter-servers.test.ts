/** The view counter behind the three servers of the public side: one origin, one policy, and no harm when it is away. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersOf } from '../../scripts/publisher/static-server/policy.ts';
import { hasCaddy, startCaddy } from '../rigs/caddy.ts';
import { openCounter, readersAgent, type TestCounter } from '../rigs/counter.ts';
import { hasNginx, startNginx } from '../rigs/nginx.ts';
import { freePorts } from '../rigs/ports.ts';
import { makeServedTree, startBuiltIn } from '../rigs/served-tree.ts';
import type { RunningServer } from '../rigs/server-process.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

const servers = [
  { name: 'the built-in server', start: startBuiltIn, present: true },
  { name: 'nginx (needs Debian’s nginx-light)', start: startNginx, present: hasNginx },
  { name: 'Caddy (needs Debian’s caddy)', start: startCaddy, present: hasCaddy },
];

/** What every answer carries, whoever gives it. */
const policy = Object.fromEntries(
  Object.entries(headersOf('/')).filter(
    ([name]) => !/^(?:content-type|cache-control|accept-ranges|vary)$/.test(name),
  ),
);

interface Told {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

async function send(
  url: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Told> {
  const { hostname, port } = new URL(url);
  const method = body === undefined ? 'GET' : 'POST';
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = { hostname, port, path, method, agent: false as const };
  const asking = request({ ...options, headers: { 'user-agent': readersAgent, ...length, ...headers } });
  asking.end(body);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await answer.toArray()).toString();
  return { status: answer.statusCode, headers: answer.headers, body: text };
}

describe.each(servers)('$name', ({ start, present }) => {
  describe.skipIf(!present)('before the counter', () => {
    let folder: ReturnType<typeof temporaryFolder>;
    let counter: TestCounter;
    let server: RunningServer;
    let alone: RunningServer;
    beforeAll(async () => {
      folder = temporaryFolder();
      const { live, rules } = await makeServedTree(folder.path);
      counter = await openCounter(['a1', 'b2', 'c3'], { perMinute: 3 });
      const [nobody] = await freePorts(1);
      [server, alone] = await Promise.all([start(live, rules, counter.port), start(live, rules, nobody)]);
    });
    afterAll(async () => {
      for (const one of [server, alone, counter]) await one?.[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    });

    test('hands reads and questions on, with the policy’s headers, each once', async () => {
      const read = await send(server.url, '/views', 'a1');
      expect([read.status, read.body]).toEqual([204, '']);
      const told = await send(server.url, '/views?ids=a1,b2,zz');
      expect([told.status, JSON.parse(told.body)]).toEqual([200, { a1: 1, b2: 0 }]);
      expect(told.headers['content-type']).toBe('application/json; charset=utf-8');
      for (const { headers } of [read, told]) {
        expect(headers).toMatchObject(policy);
        expect(headers['cache-control']).toBe('no-store');
        expect(headers['set-cookie']).toBeUndefined();
      }
    });

    test('says whose reads they are: what a reader claims of the own address does not count', async () => {
      const claims = { 'x-forwarded-for': '198.51.100.77', 'x-real-ip': '2001:db8::77' };
      const before = (await counter.totals('c3'))['c3'] ?? 0;
      // On this machine the built-in server believes its peer, as the counter does: see relay.test.ts for others.
      const many = start === startBuiltIn ? {} : claims;
      for (let time = 0; time < 8; time += 1) await send(server.url, '/views', 'c3', many);
      expect((await counter.totals('c3'))['c3']).toBeLessThanOrEqual(before + 3);
    });

    test('refuses what is no read', async () => {
      expect((await send(server.url, '/views', 'not an id')).status).toBe(400);
      expect((await send(server.url, '/views', 'x'.repeat(2_000))).status).toBe(413);
      expect((await send(server.url, '/views?ids=')).status).toBe(400);
    });

    test('lets nobody outside at what the CMS asks', async () => {
      for (const path of ['/changes?after=0', '/health'])
        expect((await send(server.url, path)).status).toBe(404);
    });

    test('answers 204 while the counter is away, and the pages are whole', async () => {
      for (const body of ['a1', undefined]) {
        const told = await send(alone.url, '/views?ids=a1', body);
        expect([told.status, told.body]).toEqual([204, '']);
        expect(told.headers).toMatchObject(policy);
        expect(told.headers['cache-control']).toBe('no-store');
      }
      expect((await send(alone.url, '/news/a/')).status).toBe(200);
    });
  });
});
