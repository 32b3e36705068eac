/**
 * Our full render beside Eleventy and Hugo: the same content, equivalent templates, the same number of pages,
 * runs interleaved. HTML only, cold bodies, no compression, on tmpfs, not durable; what our safety and durability
 * cost more is measured apart.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { root } from '../../scripts/settings.ts';
import { loadCorpus } from '../rigs/corpus.ts';
import { circumstances, spelled, spreadOf, table } from './parts/figures.ts';
import { type Measured, measure, type Program } from './parts/measure.ts';
import { benchOptions } from './parts/options.ts';
import { changeOne } from './peers/change-one.ts';
import { countFiles } from './peers/output.ts';
import { writeProjects } from './peers/projects.ts';
import { eleventy, hugo } from './peers/tools.ts';

const { articles, runs } = benchOptions({ articles: 10_000, runs: 5 });
const tools = [eleventy(join(tmpdir(), 'xinglin-peers')), hugo()];

const shm = join('/dev/shm', `xinglin-peers-${process.pid}`);
process.once('exit', () => rmSync(shm, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
mkdirSync(shm, { recursive: true });
const snapshotFile = join(shm, 'snapshot.db');
const snapshot = openSnapshot(snapshotFile, { readOnly: false });
loadCorpus(snapshot, { articles, pictures: 40 });
const { renderer } = await loadBundle(root);
const projects = writeProjects(renderer, snapshot, shm);
snapshot.close();
console.log(`${articles} articles; ${circumstances()}`);

interface Contender {
  name: string;
  program: Program;
  output: string;
  results: Measured[];
}

const ours = (name: string, options: string[], hooks: string[] = []): Contender => {
  const output = join(shm, 'ours');
  const script = join(root, 'tests', 'bench', 'peers', 'ours-full.ts');
  const args = [...hooks, script, snapshotFile, output, ...options];
  return { name, output, program: { command: process.execPath, args, cwd: root }, results: [] };
};
const withoutSanitiser = ['--import', join(root, 'tests', 'bench', 'peers', 'no-sanitiser.ts')];
const folders = [projects.eleventy, projects.hugo];
const contenders: Contender[] = [
  ours('Xinglin', []),
  ...tools.map((tool, index) => {
    const folder = folders[index] as string;
    return { name: tool.name, program: tool.build(folder), output: join(folder, 'dist'), results: [] };
  }),
];
const apart = [
  ours('without the sanitiser', [], withoutSanitiser),
  ours('with every page verified', ['verified']),
  ours('with gzip 6 and brotli 5', ['variants']),
  ours('with every file synced', ['durable']),
];

const sizes = new Map<string, { pages: number; bytes: number }>();
for (let run = 1; run <= runs; run += 1) {
  for (const one of [...contenders, ...apart]) {
    rmSync(one.output, { recursive: true, force: true });
    one.results.push(await measure(one.program));
    if (contenders.includes(one)) sizes.set(one.name, countFiles(one.output));
    console.log(`run ${run}: ${one.name} ${Math.round(one.results.at(-1)?.milliseconds ?? 0)} ms`);
  }
}
const changed = new Map<string, number[]>();
for (const [index, tool] of tools.entries()) {
  changed.set(tool.name, await changeOne(tool, folders[index] as string, projects.changed, runs));
}

const seconds = ({ results }: Contender) =>
  spelled(
    results.map((one) => one.milliseconds),
    1000,
    2,
  );
const memory = ({ results }: Contender) =>
  spelled(
    results.map((one) => one.peakBytes),
    1_000_000,
    0,
  );
const fastest = Math.min(
  ...contenders.slice(1).map(({ results }) => spreadOf(results.map((one) => one.milliseconds)).median),
);
const mine = spreadOf((contenders[0] as Contender).results.map((one) => one.milliseconds)).median;
console.log(`
### Full render beside Eleventy and Hugo

\`pnpm bench peers --articles ${articles} --runs ${runs}\`; ${circumstances()}. Medians (least–most); memory is the
peak of PSS over all processes, sampled every 100 ms.

${table(
  ['', 'pages', 'HTML, MB', 'full build, s', 'peak memory, MB', 'one article changed, ms'],
  contenders.map((one) => [
    one.name,
    String(sizes.get(one.name)?.pages),
    ((sizes.get(one.name)?.bytes ?? 0) / 1_000_000).toFixed(1),
    seconds(one),
    memory(one),
    spelled(changed.get(one.name) ?? [], 1, 0),
  ]),
)}

Ours takes ${(mine / fastest).toFixed(2)} × the time of the faster of the two. Apart:

${table(
  ['Xinglin', 'full build, s', 'peak memory, MB'],
  apart.map((one) => [one.name, seconds(one), memory(one)]),
)}
`);
