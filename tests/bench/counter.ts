/**
 * What the view counter takes: reads a second over the loopback, all of them counted and stored, and the memory of a
 * flood that means harm. The load is made in this process, so that the counter has a core of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { memoryFlags } from '../../scripts/counter/memory.ts';
import { dataPaths } from '../../scripts/data-paths.ts';
import { root } from '../../scripts/settings.ts';
import { freePorts } from '../rigs/ports.ts';
import { startPostgres } from '../rigs/postgres.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';
import { circumstances, spelled, table } from './parts/figures.ts';
import { askBytes, type Load, load, readBytes } from './parts/hits.ts';
import { benchOptions } from './parts/options.ts';

const { runs, articles } = benchOptions({ runs: 5, articles: 10_000 });
const token = 'bench';
const seconds = 10;
const connections = 64;

const ids = Array.from({ length: articles }, (_, n) => `id${n.toString(36).padStart(22, '0')}`);
const one = <Value>(values: readonly Value[]) => values[Math.floor(Math.random() * values.length)] as Value;
const byte = () => Math.floor(Math.random() * 256);
const address = () => `10.${byte()}.${byte()}.${byte()}`;

interface Running extends AsyncDisposable {
  port: number;
  /** Bytes: the most that was resident so far. */
  peak(): number;
  /** Milliseconds of a core that it has used so far. */
  busy(): number;
  stored(): Promise<number>;
}

async function startCounter(databaseUrl?: string): Promise<Running> {
  const folder = temporaryFolder();
  const [port] = (await freePorts(1)) as [number];
  const { publishedIds } = dataPaths(folder.path);
  mkdirSync(dirname(publishedIds), { recursive: true });
  writeFileSync(publishedIds, ids.map((id) => `${id}\n`).join(''));
  const env = {
    PATH: process.env['PATH'],
    XINGLIN_DATA_DIR: folder.path,
    XINGLIN_COUNTER_PORT: String(port),
    XINGLIN_COUNTER_TOKEN: token,
    ...(databaseUrl === undefined ? {} : { XINGLIN_COUNTER_DATABASE_URL: databaseUrl }),
  };
  const child = spawn(process.execPath, [...memoryFlags, join(root, 'scripts/commands/counter.ts')], {
    env,
    stdio: 'inherit',
  });
  await until('the counter to answer', async () => (await fetch(`http://127.0.0.1:${port}/health`)).ok);
  return {
    port,
    peak: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    busy: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      // User and system time, in hundredths of a second (proc(5), USER_HZ).
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async stored() {
      // A day that changes while it is asked for comes again, with its new count.
      const days = new Map<string, number>();
      for (let after = 0; ; ) {
        const url = `http://127.0.0.1:${port}/changes?after=${after}`;
        const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
        const told = (await answer.json()) as {
          days: { id: string; day: string; count: number; seq: number }[];
        };
        for (const { id, day, count } of told.days) days.set(`${id} ${day}`, count);
        const last = told.days.at(-1);
        if (last === undefined) return [...days.values()].reduce((sum, count) => sum + count, 0);
        after = last.seq;
      }
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      folder[Symbol.dispose]();
    },
  };
}

/** Prepared, so that making them costs nothing while it counts. */
const reads = Array.from({ length: 50_000 }, () => readBytes(one(ids), address()));

async function honest(store: string, databaseUrl?: string): Promise<string[]> {
  const rates: number[] = [];
  const slow: number[] = [];
  await using counter = await startCounter(databaseUrl);
  const before = counter.busy();
  let acknowledged = 0;
  for (let run = 0; run < runs; run += 1) {
    const found = await load({
      port: counter.port,
      connections,
      lasts: seconds * 1_000,
      next: () => one(reads),
    });
    refuseFaults(found);
    acknowledged += found.statuses.get('204') ?? 0;
    rates.push(found.rate);
    slow.push(found.latencies.sort((a, b) => a - b)[Math.floor(found.latencies.length * 0.99)] ?? 0);
  }
  const each = ((counter.busy() - before) * 1_000) / acknowledged;
  const stored = await until('all reads to be stored', async () => {
    const sum = await counter.stored();
    return sum >= acknowledged && sum;
  });
  if (stored !== acknowledged)
    throw new Error(`${acknowledged} reads were acknowledged and ${stored} stored`);
  const peak = `${Math.round(counter.peak() / 1e6)} MB`;
  return [
    ...[`reads, ${store}`, spelled(rates, 1_000, 1), spelled(slow, 1, 1)],
    ...[each.toFixed(1), peak, `${stored}, all`],
  ];
}

/** What floods are made of: unknown articles, ever new addresses, long questions, bodies that are none. */
const harm = Array.from({ length: 50_000 }, (_, n) => {
  const other = Math.random().toString(36).slice(2).padEnd(24, 'x');
  const kinds = [
    () => readBytes(one(ids), address()),
    () => readBytes(other, address()),
    () => readBytes(`<${other}>`, address()),
    () => askBytes(`/views?ids=${Array.from({ length: 50 }, () => one(ids))}`),
    () => askBytes(`/views?ids=${other}`),
    () => askBytes(`/${other}`),
  ];
  return (kinds[n % kinds.length] as () => Buffer)();
});

async function flood(): Promise<string[]> {
  await using counter = await startCounter();
  const lasts = 3 * seconds * 1_000;
  const found = await load({ port: counter.port, connections: 500, lasts, next: () => one(harm) });
  refuseFaults(found);
  const p99 = found.latencies.sort((a, b) => a - b)[Math.floor(found.latencies.length * 0.99)] ?? 0;
  const peak = `${Math.round(counter.peak() / 1e6)} MB`;
  return ['flood, SQLite', (found.rate / 1_000).toFixed(1), p99.toFixed(1), '–', peak, '–'];
}

function refuseFaults({ statuses, broken }: Load): void {
  const faults = [...statuses.keys()].filter((status) => status.startsWith('5'));
  if (broken > 0 || faults.length > 0) throw new Error(`${broken} broken, statuses ${[...statuses]}`);
}

await using postgres = await startPostgres();
const rows = [await honest('SQLite'), await honest('PostgreSQL', postgres.url), await flood()];
console.log(circumstances());
console.log(`${articles} articles, ${connections} connections, ${runs} runs of ${seconds} s`);
console.log(
  table(['what', 'thousand a second', 'p99 in ms', 'µs of a core each', 'most memory (RSS)', 'stored'], rows),
);
