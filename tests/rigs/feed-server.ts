/** A real HTTP server that speaks the CMS's seam from a ledger: feed, long poll, media, receipts. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Receipts, receipts as receiptsSchema } from '@xinglin/shared/receipts.js';
import { Ledger } from './ledger.ts';

export const token = 'publisher-token-of-this-test';

export interface FeedServer extends AsyncDisposable {
  url: string;
  ledger: Ledger;
  /** Bytes by SHA-256. */
  media: Map<string, Uint8Array>;
  received: Receipts[];
  /** Paths asked for, with their query. */
  asked: string[];
  /** Answers instead of the CMS where it returns true. */
  meddle: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Wakes those who wait. */
  wake(): void;
}

/** Serves a ledger; on any free port where none is named. */
export async function feedServer(ledger = new Ledger(), port = 0): Promise<FeedServer> {
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    rig.asked.push(request.url ?? '');
    if (rig.meddle?.(request, response) === true) return;
    void answer(rig, waiting, request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const rig: FeedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ledger,
    media: new Map(),
    received: [],
    asked: [],
    meddle: undefined,
    wake() {
      for (const go of waiting) go();
    },
    async [Symbol.asyncDispose]() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return rig;
}

async function answer(
  rig: FeedServer,
  waiting: Set<() => void>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
  const url = new URL(request.url ?? '/', rig.url);
  const since = Number(url.searchParams.get('since'));
  if (url.pathname === '/api/xinglin/feed') {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' }).end(await rig.ledger.feed(since));
  } else if (url.pathname === '/api/xinglin/feed/wait') {
    if (rig.ledger.revision <= since) await woken(waiting, Number(url.searchParams.get('seconds')), response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ revision: rig.ledger.revision }));
  } else if (url.pathname.startsWith('/api/xinglin/media/')) {
    const bytes = rig.media.get(url.pathname.slice('/api/xinglin/media/'.length));
    if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(bytes);
  } else if (url.pathname === '/api/xinglin/receipts' && request.method === 'POST') {
    rig.received.push(receiptsSchema.parse(JSON.parse(Buffer.concat(await request.toArray()).toString())));
    response.writeHead(204).end();
  } else response.writeHead(404).end();
}

async function woken(waiting: Set<() => void>, seconds: number, response: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, seconds * 1000);
  waiting.add(resolve);
  response.once('close', resolve);
  await promise;
  waiting.delete(resolve);
  clearTimeout(timer);
}
