/**
 * The first sync of a large newsroom, in a process that also serves readers: how long it takes, how much memory, and
 * how long readers are kept waiting by it. The feed comes from another process over HTTP.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { httpCms } from '../../scripts/publisher/adapters/http-cms.ts';
import { sync } from '../../scripts/publisher/sync.ts';
import { circumstances } from './parts/figures.ts';
import { benchOptions } from './parts/options.ts';

const { articles } = benchOptions({ articles: 100_000 });
const folder = mkdtempSync(join(tmpdir(), 'xinglin-bench-'));
const child = fileURLToPath(new URL('./first-sync/feed-process.ts', import.meta.url));
const cms = fork(child, [String(articles)]);
const [port] = (await once(cms, 'message')) as [number];
const file = join(folder, 'snapshot.db');
const snapshot = openSnapshot(file, { readOnly: false });

const stalls = monitorEventLoopDelay({ resolution: 1 });
let peak = 0;
const looking = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
stalls.enable();
const began = performance.now();
let received = began;
const { puts } = await sync(
  httpCms({ url: `http://127.0.0.1:${port}`, token: 'none', spool: folder }),
  snapshot,
  { quarantine: () => {} },
  {
    ...{ allowMassDeletion: false, full: false },
    onProgress: ({ step }) => {
      if (step === 'receive') received = performance.now();
    },
  },
);
const ended = performance.now();
stalls.disable();
clearInterval(looking);

const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
const milliseconds = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
console.log(
  `${puts} items in ${seconds(began, ended)} s: received in ${seconds(began, received)} s (as fast as they were made), taken up in ${seconds(received, ended)} s; snapshot ${Math.round(statSync(file).size / 1e6)} MB`,
);
console.log(`peak memory ${Math.round(peak / 1e6)} MB`);
console.log(
  `readers kept waiting: p99 ${milliseconds(stalls.percentile(99))} ms, most ${milliseconds(stalls.max)} ms; ${circumstances()}`,
);
cms.disconnect();
snapshot.close();
rmSync(folder, { recursive: true });
