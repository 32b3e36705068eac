/**
 * What the views of one publish cost: an article of a snapshot is edited, then every planned page's view is
 * computed and digested, as a publish does that looks at all of them.
 *
 * Works on a copy of the snapshot that `XINGLIN_SNAPSHOT` names; of the demo site's where none is named.
 */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { formDigest, viewDigest } from '@xinglin/shared/digest.js';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { readSettings, root } from '../../scripts/settings.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { benchOptions } from './parts/options.ts';

const { runs } = benchOptions({ runs: 20 });
const original = process.env['XINGLIN_SNAPSHOT'] ?? readSettings().paths.snapshot;
if (!existsSync(original)) {
  throw new Error(`${original} is missing: run npm start once, or name a snapshot.`);
}
using folder = temporaryFolder();
const file = join(folder.path, 'snapshot.db');
for (const end of ['', '-wal']) if (existsSync(original + end)) copyFileSync(original + end, file + end);

const { renderer } = await loadBundle(root);
const snapshot = openSnapshot(file, { readOnly: false });
const kinds = new Map<string, number[]>();
const whole = { plan: [] as number[], views: [] as number[], digests: [] as number[] };
// The first run is a process's first publish: it has nothing parsed or rendered yet.
const first = await publishOnce(new Map());
for (let run = 0; run < runs; run += 1) {
  edit(snapshot, run);
  const { plan, views, digests } = await publishOnce(kinds);
  whole.plan.push(plan);
  whole.views.push(views);
  whole.digests.push(digests);
}
snapshot.close();

console.log(`first publish of a process: views ${Math.round(first.views)} ms, ${first.pages} pages`);
for (const [what, times] of Object.entries(whole)) console.log(`${what}: median ${ms(times)} ms`);
for (const [kind, times] of [...kinds].sort(([, a], [, b]) => sum(b) - sum(a))) {
  const perRun = times.length / runs;
  console.log(`${kind}: median ${Math.round(median(times) * 1000)} µs a view, ${perRun} views`);
}

async function publishOnce(times: Map<string, number[]>) {
  const began = performance.now();
  const routes = renderer.plan(snapshot);
  const sums = { plan: performance.now() - began, views: 0, digests: 0, pages: routes.length };
  for (const { path, kind } of routes) {
    const start = performance.now();
    const view = renderer.view(snapshot, path);
    const seen = performance.now();
    viewDigest(view);
    sums.views += seen - start;
    sums.digests += performance.now() - seen;
    times.set(kind, [...(times.get(kind) ?? []), seen - start]);
    // As between two pages of a publish: another turn, another state of the snapshot.
    await null;
  }
  return sums;
}

/** A new title for the newest article. */
function edit(target: WritableSnapshot, run: number): void {
  const [newest] = target.newest('article', 1);
  if (newest === undefined) throw new Error(`${original} holds no article.`);
  const item = { ...newest, title: `第 ${run + 1} 次改动` };
  const revision = target.revision + 1;
  target.apply(
    { kind: 'header', format: 'xinglin-feed/1', epoch: target.epoch, since: revision - 1, revision },
    [{ kind: 'put', revision, digest: formDigest(item), item }],
  );
}

function sum(times: readonly number[]): number {
  return times.reduce((all, time) => all + time, 0);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] as number;
}

function ms(times: readonly number[]): number {
  return Math.round(median(times) * 10) / 10;
}
