/** The counter on the network: strict about size and time, and silent about who asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { type Answer, type Answering, type Asked, answer, mostBody } from '../answer.ts';
import { clientOf } from '../client.ts';
import type { Say } from '../ports.ts';

export interface DoorOptions {
  answering: Answering;
  proxies: BlockList;
  say: Say;
}

/** Milliseconds for a whole request; proxies keep connections open for longer than any of them keeps an idle one. */
const patience = 5_000;
const idle = 75_000;
const mostConnections = 512;

/** A server that is not listening yet. */
export function httpDoor(options: DoorOptions): Server {
  const server = createServer(
    {
      maxHeaderSize: 8 * 1024,
      headersTimeout: patience,
      requestTimeout: patience,
      keepAliveTimeout: idle,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => receive(options, request, response),
  );
  server.maxConnections = mostConnections;
  return server;
}

function receive(options: DoorOptions, request: IncomingMessage, response: ServerResponse): void {
  const length = Number(request.headers['content-length'] ?? 0);
  const problem =
    request.headers['transfer-encoding'] !== undefined ? 411 : length > mostBody ? 413 : undefined;
  if (problem !== undefined) {
    // Nobody wants to know what the rest of the body would be.
    response.writeHead(problem, { connection: 'close' }).end();
    return;
  }
  if (length === 0) {
    reply(options, request, response, '');
    return;
  }
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (part: string) => {
    body += part;
  });
  request.on('end', () => reply(options, request, response, body));
}

function reply(options: DoorOptions, request: IncomingMessage, response: ServerResponse, body: string): void {
  const answered = answer(asked(options, request, body), options.answering);
  if (!(answered instanceof Promise)) {
    send(response, answered);
    return;
  }
  answered.then(
    (later) => send(response, later),
    (error: unknown) => {
      options.say(`没能说出浏览次数的变化：${(error as Error).message}`);
      send(response, { status: 503 });
    },
  );
}

function asked(
  { proxies }: DoorOptions,
  { method, url, headers, socket }: IncomingMessage,
  body: string,
): Asked {
  return {
    method: method ?? '',
    url: url ?? '',
    body,
    userAgent: headers['user-agent'],
    fetchSite: one(headers['sec-fetch-site']),
    purpose: one(headers['sec-purpose']) ?? one(headers['purpose']),
    authorization: headers.authorization,
    client: () => clientOf(socket.remoteAddress ?? '', one(headers['x-real-ip']), proxies),
  };
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(', ');
}

function send(response: ServerResponse, { status, body, allow }: Answer): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(allow === undefined ? {} : { allow }),
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body ?? '') }),
  });
  response.end(body);
}
