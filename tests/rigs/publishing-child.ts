/**
 * A process that publishes once and can be killed: `node publishing-child.ts DATA_DIR VERSION [in-place]`.
 * Tells its parent when the pass begins. `in-place` is the mutant that forgets to write beside and rename.
 */
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import type { LiveTree } from '../../scripts/publisher/ports.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { versionOf } from './big-pages.ts';
import { openPublisher } from './publisher.ts';

/** Overwrites the file that readers are reading, piece by piece. */
function writtenInPlace(tree: LiveTree): LiveTree {
  const pending = new Map<string, Uint8Array>();
  return {
    root: tree.root,
    stampOf: (path) => tree.stampOf(path),
    remove: (path) => tree.remove(path),
    settle: () => tree.settle(),
    flush: () => tree.flush(),
    sweep: () => tree.sweep(),
    async stage(path, { bytes }) {
      pending.set(path, bytes);
    },
    async promote(path) {
      const target = join(tree.root, fileOf(path));
      await mkdir(dirname(target), { recursive: true });
      const file = await open(target, 'w');
      const bytes = pending.get(path) ?? new Uint8Array();
      for (let at = 0; at < bytes.length; at += 4096) await file.write(bytes.subarray(at, at + 4096));
      await file.close();
    },
  };
}

const [, , dataDir = '', version = '', mutant] = process.argv;
const workshop = await openPublisher(dataDir);
versionOf(Number(version)).applyTo(workshop.snapshot);
const { trees } = workshop;
const inPlace = {
  ...trees,
  current: trees.current,
  tree: (number: number) => writtenInPlace(trees.tree(number)),
};
process.send?.('publishing');
await publish(
  mutant === 'in-place'
    ? {
        ...workshop,
        trees: {
          ...inPlace,
          numbers: () => trees.numbers(),
          fresh: () => trees.fresh(),
          complete: (...all) => trees.complete(...all),
          serve: (number) => trees.serve(number),
          drop: (number) => trees.drop(number),
        },
      }
    : workshop,
  { allowMassDeletion: true, full: false },
);
workshop.close();
process.disconnect?.();
