import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { relayTo } from './relay.ts';

let asked: {
  method?: string | undefined;
  url?: string | undefined;
  headers: NodeJS.Dict<unknown>;
  body: string;
}[];
let hangs: boolean;
let servers: Server[];

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

beforeEach(() => {
  [asked, hangs, servers] = [[], false, []];
});
afterEach(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

/** Stands where the counter would, and notes what it is told. */
const standIn = () =>
  createServer(async (incoming, response) => {
    const body = Buffer.concat(await incoming.toArray()).toString();
    asked.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, body });
    if (!hangs)
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' }).end('{}');
  });

async function send(port: number, headers: Record<string, string>, body = 'a1') {
  const asking = request({
    port,
    host: '127.0.0.1',
    path: '/views?x=1',
    method: 'POST',
    headers,
    agent: false,
  });
  asking.end(body);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await answer.toArray()).toString();
  return { status: answer.statusCode, headers: answer.headers, text };
}

test('the counter learns what it needs to count, and nothing else of the reader', async () => {
  const counter = await listening(standIn());
  const port = await listening(createServer(relayTo(counter)));
  const told = { 'user-agent': 'Mozilla/5.0', 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' };
  const secret = {
    cookie: 'session=1',
    referer: 'http://x/',
    authorization: 'Bearer x',
    'x-forwarded-for': '1.2.3.4',
  };
  const answer = await send(port, { ...told, ...secret, 'content-length': '2' });
  expect([answer.status, answer.text, answer.headers['set-cookie']]).toEqual([200, '{}', undefined]);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ method: 'POST', url: '/views?x=1', body: 'a1' });
  const { connection: _c, host: _h, ...headers } = asked[0]?.headers ?? {};
  expect(headers).toEqual({ ...told, 'content-length': '2', 'x-real-ip': '127.0.0.1' });
});

test('a server on this machine may say whose read it is', async () => {
  const counter = await listening(standIn());
  const port = await listening(createServer(relayTo(counter)));
  await send(port, { 'content-length': '2', 'x-real-ip': '203.0.113.7' });
  expect(asked[0]?.headers['x-real-ip']).toBe('203.0.113.7');
});

test('a body that is no read is refused before anybody else sees it', async () => {
  const counter = await listening(standIn());
  const port = await listening(createServer(relayTo(counter)));
  expect((await send(port, { 'transfer-encoding': 'chunked' })).status).toBe(413);
  expect((await send(port, { 'content-length': '5000' }, 'x'.repeat(5_000))).status).toBe(413);
  expect(asked).toEqual([]);
});

test('no counter, one that is away and one that hangs are the same to the reader', async () => {
  const counter = await listening(standIn());
  hangs = true;
  for (const place of [undefined, 9, counter]) {
    const port = await listening(createServer(relayTo(place)));
    const { status, text, headers } = await send(port, { 'content-length': '2' });
    expect([status, text, headers['cache-control']]).toEqual([204, '', 'no-store']);
  }
});
