/**
 * Our full render as a program of its own: `node ours-full.ts SNAPSHOT OUTPUT [variants] [durable] [verified]`. Every
 * planned page goes through the publisher's pool of renderers into the output folder, as into a fresh tree;
 * `variants` compresses each, `durable` waits until all of it is on the disk, `verified` looks each over for broken
 * links and the like.
 */
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { loadBundle } from '../../../scripts/publisher/adapters/bundle.ts';
import { openLiveTree } from '../../../scripts/publisher/adapters/live-tree.ts';
import { renderPool } from '../../../scripts/publisher/adapters/pool.ts';
import { compressed } from '../../../scripts/publisher/compress.ts';
import { pageVerifier } from '../../../scripts/publisher/verifier.ts';
import { root } from '../../../scripts/settings.ts';

const [, , file = '', output = '', ...options] = process.argv;
const { renderer, entry } = await loadBundle(root);
if (entry === undefined) throw new Error('The bundle says no entry from which threads could load it.');
const snapshot = openSnapshot(file, { readOnly: true });
const orders = renderer
  .plan(snapshot)
  .map((route) => ({ route, known: undefined, render: true, write: true }));
const tree = openLiveTree(output, { unread: true });
const bench = {
  ...{ renderer, snapshot, tree, objects: undefined, stamp: 1, bulk: true },
  encode: options.includes('variants') ? compressed : undefined,
  verify: options.includes('verified') ? pageVerifier(renderer, snapshot, () => false) : undefined,
  files: () => [],
};
await renderPool({ entry, snapshot: file, objects: '' })(
  bench,
  orders,
  (made) => {
    if (made.outcome !== 'staged') throw new Error(`A page was ${made.outcome}: ${JSON.stringify(made)}`);
  },
  undefined,
);
if (options.includes('durable')) await tree.flush();
snapshot.close();
