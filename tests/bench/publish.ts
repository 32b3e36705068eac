/**
 * What a publish costs, on generated newsrooms of 1,000, 10,000 and 100,000 articles: from the moment a row stands
 * in the feed until the served page answers with it, and until all that it touches is live. The publisher is the
 * process that `npm start` runs, durable and compressing, on the disk of the temporary folder.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { dataPaths } from '../../scripts/data-paths.ts';
import type { Counts } from '../../scripts/publisher/ports.ts';
import { corpusEpoch, loadCorpus } from '../rigs/corpus.ts';
import { feedServer } from '../rigs/feed-server.ts';
import { until } from '../rigs/until.ts';
import { circumstances, spelled, spreadOf, table } from './parts/figures.ts';
import { benchOptions } from './parts/options.ts';
import { actsOf } from './publish/acts.ts';
import { type PublisherProcess, startPublisher } from './publish/publisher-process.ts';

/** Milliseconds between two acts: releases may follow one another once a second. */
const rest = 1500;

/** Articles from which on an act that changes every page is measured once: it takes minutes. */
const large = 50_000;

interface Costs {
  served: number[];
  whole: number[];
  peak: number[];
  counts: Counts[];
}

const { articles: only, runs } = benchOptions({ articles: 0, runs: 5 });
const sizes = only === 0 ? [1_000, 10_000, 100_000] : [only];
const all = new Map<number, { acts: Map<string, Costs>; start: Record<string, number[]> }>();
for (const size of sizes) all.set(size, await measureSize(size));
report();

async function measureSize(articles: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'xinglin-bench-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  await using cms = await feedServer();
  cms.ledger.epoch = corpusEpoch;
  cms.ledger.revision = fill(dataPaths(dataDir).snapshot, articles);
  const acts = new Map<string, Costs>();
  const start = { page: [] as number[], change: [] as number[], peak: [] as number[] };

  let publisher = await startPublisher(dataDir, cms.url);
  await publisher.live(cms.ledger.revision, 3600);
  console.log(
    `${articles} articles: everything is live after ${Math.round(publisher.age() / 1000)} s; ${circumstances()}`,
  );
  for (let run = 1; run <= runs; run += 1) {
    for (const act of actsOf(articles, run)) {
      if (act.everyPage && articles >= large && run > 1) continue;
      await pause(rest);
      publisher.peak();
      act.write(cms.ledger);
      const costs = acts.get(act.name) ?? { served: [], whole: [], peak: [], counts: [] };
      acts.set(act.name, costs);
      const began = performance.now();
      cms.wake();
      const served = answers(publisher, act, began);
      costs.counts.push(await publisher.live(cms.ledger.revision));
      costs.whole.push(performance.now() - began);
      costs.served.push(await served);
      costs.peak.push(publisher.peak());
    }
    // A fresh process: first what stands, then a change that waited for it.
    await publisher.end();
    const [waiting] = actsOf(articles, runs + run);
    if (waiting === undefined) throw new Error('no act to start with');
    waiting.write(cms.ledger);
    publisher = await startPublisher(dataDir, cms.url);
    start.page.push(await answers(publisher, { path: '/', shows: ({ status }) => status === 200 }));
    start.change.push(await answers(publisher, waiting));
    await publisher.live(cms.ledger.revision);
    start.peak.push(publisher.peak());
    console.log(`${articles} articles: run ${run} of ${runs}`);
  }
  await publisher.end();
  rmSync(dataDir, { recursive: true, force: true });
  return { acts, start };
}

function fill(file: string, articles: number): number {
  mkdirSync(dirname(file), { recursive: true });
  const snapshot = openSnapshot(file, { readOnly: false });
  const revision = loadCorpus(snapshot, { articles });
  snapshot.close();
  return revision;
}

/** Milliseconds until the address answers with the change; since the process was started where no moment is given. */
async function answers(
  publisher: PublisherProcess,
  { path, shows }: Pick<ReturnType<typeof actsOf>[number], 'path' | 'shows'>,
  began?: number,
): Promise<number> {
  await until(`${path} to show the change`, async () => shows(await publisher.get(path)), {
    seconds: 1_800,
    every: 2,
  });
  return began === undefined ? publisher.age() : performance.now() - began;
}

function report(): void {
  console.log(`
### One act, from its feed row to the bytes served

\`pnpm bench publish${only === 0 ? '' : ` --articles ${only}`} --runs ${runs}\`; ${circumstances()}. Medians
(least–most); memory is the publisher process's peak RSS.
`);
  const head = [
    'act',
    'articles',
    'page served, ms',
    'all live, ms',
    'viewed',
    'rendered',
    'written',
    'peak, MB',
  ];
  const names = [...(all.get(sizes[0] as number)?.acts.keys() ?? [])];
  const rows = names.flatMap((name) =>
    sizes.map((size) => {
      const costs = all.get(size)?.acts.get(name);
      if (costs === undefined) throw new Error(`${name} was not measured at ${size} articles`);
      const { served, whole, peak, counts } = costs;
      const count = (key: 'viewed' | 'rendered' | 'written') =>
        String(spreadOf(counts.map((one) => one[key])).median);
      return [
        ...[name, String(size), spelled(served, 1, 0), spelled(whole, 1, 0)],
        ...[count('viewed'), count('rendered'), count('written'), spelled(peak, 1_000_000, 0)],
      ];
    }),
  );
  console.log(table(head, rows));
  const starts = [...all].map(([size, { start }]) => [
    String(size),
    ...[start['page'], start['change']].map((times) => spelled(times ?? [], 1, 0)),
    spelled(start['peak'] ?? [], 1_000_000, 0),
  ]);
  console.log(
    `\n${table(['articles', 'fresh process to first page, ms', 'to a change that waited, ms', 'peak, MB'], starts)}`,
  );
  const [small, large] = [all.get(1_000), all.get(100_000)];
  if (small === undefined || large === undefined) return;
  const median = (costs: Costs | undefined) => spreadOf(costs?.whole ?? []).median;
  const ratios = names.map((name) => [
    name,
    (median(large.acts.get(name)) / median(small.acts.get(name))).toFixed(2),
  ]);
  console.log(`\n${table(['act', 'all live at 100,000 / at 1,000'], ratios)}`);
}
