/**
 * `GET /status` of the running publisher, on the loopback alone and on a port of its own: what faces the public
 * is another server (docs/decisions/0013-status.md). It tells no content and no secret, and changes nothing.
 */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { CommandFault } from '../../cli.ts';
import { isWell, type Status } from '../status.ts';

export interface StatusDoor {
  /** `http://127.0.0.1:…/status` */
  url: string;
  close(): void;
}

/**
 * Opens the door and writes down where it is.
 * @param port absent: a free one that the system chooses.
 * @throws CommandFault where the port is taken.
 */
export async function openStatusDoor(
  read: () => Status,
  { port = 0, file }: { port?: number | undefined; file: string },
): Promise<StatusDoor> {
  const server = createServer((request, response) => answer(read, request, response));
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new CommandFault(
      `状态端口 ${port} 用不了（${(error as NodeJS.ErrnoException).code}）。`,
      '请停掉占用它的程序，或用 XINGLIN_STATUS_PORT 换一个端口（不设则自动选一个）。',
    );
  }
  // What is asked of it keeps no publisher alive.
  server.unref();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/status`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify({ url, pid: process.pid })}\n`);
  await rename(`${file}.new`, file);
  return {
    url,
    close() {
      rmSync(file, { force: true });
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Names by which this machine calls itself: a page that a browser shows may reach the port, never under these. */
const ownNames = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

function answer(read: () => Status, request: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, body: string) =>
    response
      .writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .end(request.method === 'HEAD' ? undefined : `${body}\n`);
  if (!ownNames.test(request.headers.host ?? '')) return void send(403, '{"error":"ask by 127.0.0.1"}');
  if (request.method !== 'GET' && request.method !== 'HEAD') return void send(405, '{"error":"only GET"}');
  if (request.url !== '/status') return void send(404, '{"error":"only /status"}');
  const status = read();
  // A monitor that looks at nothing but the code rings at the right time.
  send(isWell(status) ? 200 : 503, JSON.stringify(status));
}
