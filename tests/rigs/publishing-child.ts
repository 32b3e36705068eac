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
function writtenInPlace(live: LiveTree, root: string): LiveTree {
  const pending = new Map<string, Uint8Array>();
  return {
    stampOf: (path) => live.stampOf(path),
    remove: (path) => live.remove(path),
    settle: () => live.settle(),
    sweep: () => live.sweep(),
    async stage(path, bytes) {
      pending.set(path, bytes);
    },
    async promote(path) {
      await mkdir(dirname(join(root, fileOf(path))), { recursive: true });
      const file = await open(join(root, fileOf(path)), 'w');
      const bytes = pending.get(path) ?? new Uint8Array();
      for (let at = 0; at < bytes.length; at += 4096) await file.write(bytes.subarray(at, at + 4096));
      await file.close();
    },
  };
}

const [, , dataDir = '', version = '', mutant] = process.argv;
const workshop = await openPublisher(dataDir);
versionOf(Number(version)).applyTo(workshop.snapshot);
const live = mutant === 'in-place' ? writtenInPlace(workshop.live, workshop.paths.live) : workshop.live;
process.send?.('publishing');
await publish({ ...workshop, live }, { acceptShrink: true, full: false });
workshop.close();
process.disconnect?.();
