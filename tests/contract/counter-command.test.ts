/** `pnpm counter` as a program: what it says and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../scripts/counter/adapters/sqlite-store.ts';
import { dataPaths } from '../../scripts/data-paths.ts';
import { readersAgent } from '../rigs/counter.ts';
import { root, runVerb } from '../rigs/newsroom.ts';
import { freePorts } from '../rigs/ports.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

test('a port that is taken is named, with the way out and exit code 1', async () => {
  using folder = temporaryFolder();
  const [port] = (await freePorts(1)) as [number];
  const squatter = createServer().listen(port, '127.0.0.1');
  try {
    const env = { XINGLIN_DATA_DIR: folder.path, XINGLIN_COUNTER_PORT: String(port) };
    const { code, output } = await runVerb('counter', [], env);
    expect(code).toBe(1);
    expect(output).toContain(`浏览计数的端口 ${port} 被占用了。`);
    expect(output).toContain('XINGLIN_COUNTER_PORT');
  } finally {
    squatter.close();
  }
});

test('a database that cannot be used is named, with exit code 1', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'counter'));
  writeFileSync(
    join(folder.path, 'counter', 'counter.db'),
    'this is no database, and long enough to be read',
  );
  const { code, output } = await runVerb('counter', [], { XINGLIN_DATA_DIR: folder.path });
  expect(code).toBe(1);
  expect(output).toContain(`浏览计数的数据库 ${join(folder.path, 'counter', 'counter.db')} 打不开`);
});

test('asked to end, it stores everything first and ends with 0', async () => {
  using folder = temporaryFolder();
  const paths = dataPaths(folder.path);
  const [port] = (await freePorts(1)) as [number];
  mkdirSync(join(paths.publisher, 'rules'), { recursive: true });
  writeFileSync(paths.publishedIds, 'a1\n');
  const child = spawn(process.execPath, [join(root, 'scripts/commands/counter.ts')], {
    env: { PATH: process.env['PATH'], XINGLIN_DATA_DIR: folder.path, XINGLIN_COUNTER_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await until('the counter to answer', async () => (await fetch(`${url}/health`)).ok);
  for (let time = 0; time < 25; time += 1) {
    const headers = { 'user-agent': readersAgent };
    await fetch(`${url}/views`, { method: 'POST', body: 'a1', headers });
  }
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  const store = openSqliteStore(join(paths.counter, 'counter.db'));
  expect(await store.totals()).toEqual(new Map([['a1', 25]]));
  await store.close();
});
