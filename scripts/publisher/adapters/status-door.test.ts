import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import type { Status } from '../status.ts';
import { StatusBoard } from '../status-board.ts';
import { openStatusDoor, type StatusDoor } from './status-door.ts';

let folder: ReturnType<typeof temporaryFolder>;
let board: StatusBoard;
let door: StatusDoor;
const file = () => join(folder.path, 'publisher', 'status.json');
beforeEach(async () => {
  folder = temporaryFolder();
  board = new StatusBoard();
  door = await openStatusDoor(() => board.read(), { file: file() });
});
afterEach(() => {
  door.close();
  folder[Symbol.dispose]();
});

/** The answer to a request that names the host as it likes. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(door.url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}

test('where it is stands in a file, and what it tells is how the publisher is', async () => {
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ url: door.url, pid: process.pid });
  board.becomes('idle');
  const answer = await fetch(door.url);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect((await answer.json()) as Status).toMatchObject({ state: 'idle', pid: process.pid, release: null });
  door.close();
  expect(existsSync(file())).toBe(false);
});

test('a monitor hears by the code alone that somebody must look', async () => {
  for (const [state, code] of [
    ['starting', 200],
    ['syncing', 200],
    ['publishing', 200],
    ['failing', 503],
    ['halted', 503],
    ['idle', 200],
  ] as const) {
    board.becomes(state);
    expect([state, (await fetch(door.url)).status]).toEqual([state, code]);
  }
});

test('nothing else can be asked, nothing be done, and no foreign page can ask', async () => {
  expect((await fetch(door.url.replace('/status', '/'))).status).toBe(404);
  expect((await fetch(door.url, { method: 'POST' })).status).toBe(405);
  expect(await statusFor('localhost')).toBe(200);
  expect(await statusFor('hospital.example.cn')).toBe(403);
});

test('a port that is taken is named', async () => {
  const { port } = new URL(door.url);
  const second = openStatusDoor(() => board.read(), { port: Number(port), file: file() });
  await expect(second).rejects.toThrow(`状态端口 ${port} 用不了`);
});
