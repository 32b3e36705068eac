import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../../tests/rigs/until.ts';
import { trustedProxies } from '../client.ts';
import type { Changes } from '../ports.ts';
import { Tally } from '../tally.ts';
import { type Door, openDoor } from './door.ts';

let door: Door;
let tally: Tally;
let later: PromiseWithResolvers<Changes>;
let asked: number;
let said: string[];
beforeEach(async () => {
  tally = new Tally(new Map());
  tally.publish(new Set(['a1']));
  later = Promise.withResolvers();
  asked = 0;
  said = [];
  door = openDoor({
    answering: {
      tally,
      limit: { allows: () => true },
      store: {
        changes() {
          asked += 1;
          return later.promise;
        },
      },
      today: () => '2026-11-24',
      isWell: () => true,
      token: 't',
    },
    proxies: trustedProxies([]),
    say: (text) => void said.push(text),
  });
  door.server.listen(0, '127.0.0.1');
  await once(door.server, 'listening');
});
afterEach(() => door.close());

const read = 'POST /views HTTP/1.1\r\nHost: x\r\nUser-Agent: Mozilla/5.0\r\nContent-Length: 2\r\n\r\na1';
const ask = 'GET /views?ids=a1 HTTP/1.1\r\nHost: x\r\n\r\n';
const changes = 'GET /changes?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n';

async function visit(): Promise<{ socket: Socket; seen(): string; statuses(): string[] }> {
  const socket = connect((door.server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (part: Buffer) => {
    text += part.toString();
  });
  await once(socket, 'connect');
  const statuses = () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1] as string);
  return { socket, seen: () => text, statuses };
}

test('many requests at once are answered in their order, each once', async () => {
  const { socket, seen, statuses } = await visit();
  socket.write(`${read}${ask}${read.repeat(50)}${ask}`);
  await until('all answers', () => statuses().length === 53);
  expect(seen().match(/\{[^}]*\}/g)).toEqual(['{"a1":1}', '{"a1":51}']);
  socket.destroy();
});

test('an answer that takes its time holds back those behind it, and a fault of the store is a 503', async () => {
  const { socket, seen, statuses } = await visit();
  socket.write(changes + ask);
  const other = await visit();
  other.socket.write(ask);
  await until('the other visitor’s answer', () => other.statuses().length === 1);
  expect(statuses()).toEqual([]);
  later.resolve({ epoch: 'e', head: 0, days: [] });
  await until('both answers', () => statuses().length === 2);
  expect(seen().indexOf('"epoch"')).toBeLessThan(seen().indexOf('"a1"'));
  later = Promise.withResolvers();
  socket.write(changes);
  await until('the question to be asked', () => asked === 2);
  later.reject(new Error('the disk is gone'));
  await until('the third answer', () => statuses().length === 3);
  expect([statuses()[2], said]).toEqual(['503', ['没能说出浏览次数的变化：the disk is gone']]);
  socket.destroy();
  other.socket.destroy();
});

test('what cannot be understood ends the connection, and what follows it counts as nothing', async () => {
  const { socket, statuses } = await visit();
  socket.write(
    `${read}POST /views HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\na1\r\n0\r\n\r\n${read}`,
  );
  await once(socket, 'close');
  expect(statuses()).toEqual(['204', '411']);
  expect(tally.totalsOf(['a1'])).toEqual({ a1: 1 });
});

test('a connection that is asked to end ends behind its answer', async () => {
  const { socket, seen, statuses } = await visit();
  socket.write(ask.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
  await once(socket, 'close');
  expect([statuses(), seen().includes('Connection: close')]).toEqual([['200'], true]);
});

test('a request that never becomes whole is not waited for', async () => {
  const { socket, seen } = await visit();
  socket.write('POST /views HTTP/1.1\r\nHost: x\r\n');
  await once(socket, 'close');
  expect(seen()).toBe('');
});
