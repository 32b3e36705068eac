/** A generator of requests that costs little itself: prepared bytes over plain sockets, one request at a time each. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface LoadOptions {
  port: number;
  connections: number;
  /** Milliseconds. */
  lasts: number;
  /** The bytes of a request. */
  next(): Buffer;
}

export interface Load {
  /** Answers a second. */
  rate: number;
  /** How many answers had each status. */
  statuses: Map<string, number>;
  /** Milliseconds from a request to its answer, of every hundredth. */
  latencies: number[];
  /** Requests whose connection broke before an answer. */
  broken: number;
}

/** Asks without a pause until the time is over. */
export async function load(options: LoadOptions): Promise<Load> {
  const { connections, lasts } = options;
  const found: Load = { rate: 0, statuses: new Map(), latencies: [], broken: 0 };
  const began = performance.now();
  const until = began + lasts;
  await Promise.all(Array.from({ length: connections }, () => one(options, until, found)));
  const answers = [...found.statuses.values()].reduce((sum, count) => sum + count, 0);
  found.rate = answers / ((performance.now() - began) / 1_000);
  return found;
}

const lengthOf = /content-length: (\d+)/i;

async function one({ port, next }: LoadOptions, until: number, found: Load): Promise<void> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await once(socket, 'connect');
  let asked = performance.now();
  let number = 0;
  let received = '';
  const ask = () => {
    asked = performance.now();
    socket.write(next());
  };
  socket.on('data', (part: Buffer) => {
    received += part.toString('latin1');
    const head = received.indexOf('\r\n\r\n');
    if (head === -1) return;
    const length = received.startsWith('HTTP/1.1 204') ? 0 : Number(lengthOf.exec(received)?.[1] ?? 0);
    if (received.length < head + 4 + length) return;
    const status = received.slice(9, 12);
    received = '';
    found.statuses.set(status, (found.statuses.get(status) ?? 0) + 1);
    number += 1;
    const now = performance.now();
    if (number % 100 === 0) found.latencies.push(now - asked);
    if (now < until) ask();
    else socket.end();
  });
  socket.on('error', () => {
    found.broken += 1;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  ask();
  await closed;
}

/** The bytes of a POST of one id, as a proxy on this machine sends it. */
export function readBytes(id: string, address: string): Buffer {
  return Buffer.from(
    [
      'POST /views HTTP/1.1',
      'Host: www.example.cn',
      'User-Agent: Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36',
      'Content-Type: text/plain;charset=UTF-8',
      'Accept: */*',
      'Accept-Language: zh-CN,zh;q=0.9',
      'Sec-Fetch-Site: same-origin',
      `X-Real-IP: ${address}`,
      `Content-Length: ${id.length}`,
      '',
      id,
    ].join('\r\n'),
  );
}

/** The bytes of a GET. */
export function askBytes(path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: www.example.cn\r\nUser-Agent: Mozilla/5.0\r\n\r\n`);
}
