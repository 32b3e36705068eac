/**
 * Our full render as a program of its own: `node ours-full.ts SNAPSHOT OUTPUT [variants] [durable]`. Every planned
 * page goes through the publisher's pool of renderers into the output folder and is put in its place; `variants`
 * compresses each, `durable` waits until all of it is on the disk.
 */
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { loadBundle } from '../../../scripts/publisher/adapters/bundle.ts';
import { openLiveTree } from '../../../scripts/publisher/adapters/live-tree.ts';
import { renderPool } from '../../../scripts/publisher/adapters/pool.ts';
import { compressed } from '../../../scripts/publisher/compress.ts';
import { root } from '../../../scripts/settings.ts';

const [, , file = '', output = '', ...options] = process.argv;
const { renderer, entry } = await loadBundle(root);
if (entry === undefined) throw new Error('The bundle says no entry from which threads could load it.');
const snapshot = openSnapshot(file, { readOnly: true });
const orders = renderer
  .plan(snapshot)
  .map((route) => ({ route, known: undefined, render: true, write: true }));
const tree = openLiveTree(output);
const bench = {
  ...{ renderer, snapshot, tree, objects: undefined, stamp: 1, bulk: true },
  encode: options.includes('variants') ? compressed : undefined,
  verify: () => [],
  files: () => [],
};
const staged: string[] = [];
await renderPool({ entry, snapshot: file, objects: '' })(
  bench,
  orders,
  (made) => {
    if (made.outcome !== 'staged') throw new Error(`A page was ${made.outcome}: ${JSON.stringify(made)}`);
    staged.push(made.file.path);
  },
  undefined,
);
for (const path of staged) await tree.promote(path);
if (options.includes('durable')) {
  await tree.settle();
  await tree.flush();
}
snapshot.close();
