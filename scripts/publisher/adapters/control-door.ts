/**
 * The door through which commands reach a publisher at work: it holds the lock, so they cannot act beside it.
 * HTTP on the loopback, a port of its own and a token, both in `control.json` (mode 0600) beside the lock.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandFault } from '../../cli.ts';

/** What can be asked for; each answers with JSON. */
export type Acts = Readonly<Record<string, (request: Record<string, unknown>) => Promise<unknown>>>;

/** A request's body in bytes: a verb's arguments, nothing more. */
const largest = 4_096;

export interface Door {
  close(): void;
}

/** Opens the door and writes down where it is. */
export async function openControlDoor(file: string, acts: Acts): Promise<Door> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => void answer(acts, token, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ port, token, pid: process.pid })}\n`, { mode: 0o600 });
  return { close: () => close(server, file) };
}

function close(server: Server, file: string): void {
  rmSync(file, { force: true });
  server.close();
  server.closeAllConnections();
}

async function answer(
  acts: Acts,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: unknown): void => {
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(body));
  };
  const act = acts[(request.url ?? '').slice(1)];
  if (!isToken(request.headers.authorization, token)) return send(401, { message: '令牌不对。', remedy: '' });
  if (request.method !== 'POST' || act === undefined)
    return send(404, { message: '没有这个动作。', remedy: '' });
  try {
    send(200, await act(await bodyOf(request)));
  } catch (error) {
    const { message } = error as Error;
    send(409, { message, remedy: error instanceof CommandFault ? error.remedy : '请看发布程序的日志。' });
  }
}

function isToken(header: string | undefined, token: string): boolean {
  const [given, wanted] = [header ?? '', `Bearer ${token}`].map((text) => Buffer.from(text)) as [
    Buffer,
    Buffer,
  ];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > largest) throw new CommandFault('请求太大。', '');
  }
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
