/** What a killed view counter loses: the reads of its last two seconds at most, and it never invents any. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../scripts/counter/adapters/sqlite-store.ts';
import { dataPaths } from '../../scripts/data-paths.ts';
import { readersAgent } from '../rigs/counter.ts';
import { root } from '../rigs/newsroom.ts';
import { freePorts } from '../rigs/ports.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

/** What the issue allows to be lost, in milliseconds. */
const allowance = 2_000;
const ids = Array.from({ length: 50 }, (_, number) => `article${number}`);
const readers = 8;

/** One life of the counter: reads without a pause until it is killed at a moment of its choice. */
async function life(script: string, dataDir: string, lasts: number) {
  const [port] = (await freePorts(1)) as [number];
  const child = spawn(process.execPath, [join(root, script)], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      XINGLIN_DATA_DIR: dataDir,
      XINGLIN_COUNTER_PORT: String(port),
      XINGLIN_COUNTER_PER_MINUTE: '1000000',
    },
  });
  const agent = new Agent({ keepAlive: true });
  try {
    const url = `http://127.0.0.1:${port}/health`;
    await until('the counter to answer', async () => (await fetch(url)).ok);
    const acknowledged: number[] = [];
    let sent = 0;
    let over = false;
    const reader = async () => {
      while (!over) {
        sent += 1;
        const status = await read(port, agent, ids[sent % ids.length] as string).catch(() => 0);
        if (status === 204) acknowledged.push(performance.now());
      }
    };
    const reading = Promise.all(Array.from({ length: readers }, reader));
    const killAt = performance.now() + lasts;
    await until('its last moment', () => performance.now() >= killAt, { every: 1 });
    const killed = performance.now();
    child.kill('SIGKILL');
    await once(child, 'exit');
    over = true;
    await reading;
    return { sent, due: acknowledged.filter((at) => at <= killed - allowance).length };
  } finally {
    child.kill('SIGKILL');
    agent.destroy();
  }
}

async function read(port: number, agent: Agent, id: string): Promise<number> {
  const headers = { 'user-agent': readersAgent, 'content-length': id.length };
  const asking = request({ port, host: '127.0.0.1', path: '/views', method: 'POST', agent, headers });
  asking.end(id);
  const [answer] = await once(asking, 'response');
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode;
}

/** Several lives on the same data, each with another last moment within a saving's interval. */
async function lives(script: string): Promise<void> {
  using folder = temporaryFolder();
  const paths = dataPaths(folder.path);
  mkdirSync(dirname(paths.publishedIds), { recursive: true });
  writeFileSync(paths.publishedIds, ids.map((id) => `${id}\n`).join(''));
  let before = 0;
  for (const lasts of [2_600, 3_150, 3_400, 3_950]) {
    const { sent, due } = await life(script, folder.path, lasts);
    const store = openSqliteStore(join(paths.counter, 'counter.db'));
    const stored = [...(await store.totals()).values()].reduce((sum, count) => sum + count, 0) - before;
    await store.close();
    expect(due, 'reads that had to be safe').toBeGreaterThan(50);
    expect(stored, `stored in a life of ${lasts} ms`).toBeGreaterThanOrEqual(due);
    expect(stored, 'no more than were sent').toBeLessThanOrEqual(sent);
    before += stored;
  }
}

test('at most the reads of the last two seconds are lost, life after life', () =>
  lives('scripts/commands/counter.ts'));

test('a mutant that saves once a minute is caught', async () => {
  await expect(lives('tests/faults/counter/saves-seldom.ts')).rejects.toThrow('stored in a life');
});
