/** The whole site of a snapshot into any folder: pages, pictures, files, assets. The live tree is not touched. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { CommandFault } from '../../cli.ts';
import type { DataPaths } from '../../data-paths.ts';
import { copySnapshot } from '../hand-over/snapshot-copy.ts';
import type { Bundle, Cms, Log, MediaStore } from '../ports.ts';
import { type Published, publish } from '../publish.ts';
import { Turns } from '../turns.ts';
import { mediaStore } from './media-store.ts';
import { oneTree } from './one-tree.ts';
import { openState } from './state.ts';

/**
 * Writes beside whatever the folder holds and deletes nothing in it.
 * @throws CommandFault where there is no snapshot yet, OutputFault where the folder cannot be written.
 */
export async function writeWhole(
  paths: Pick<DataPaths, 'snapshot' | 'derivatives' | 'live'>,
  folder: string,
  bundle: Bundle,
  cms: Pick<Cms, 'media'>,
  log: Log,
  media: MediaStore = mediaStore({ cms, derivatives: paths.derivatives, live: paths.live }),
): Promise<Published> {
  if (!existsSync(paths.snapshot)) {
    throw new CommandFault(
      `还没有内容快照（${paths.snapshot}）。`,
      '请先运行一次 npm start 或 pnpm publish-site。',
    );
  }

  // What is still to be published stays so: this folder is not the site, and the snapshot is another's to write.
  const beside = mkdtempSync(join(tmpdir(), 'xinglin-whole-'));
  const copy = join(beside, 'snapshot.db');
  copySnapshot(paths.snapshot, copy);
  const snapshot = openSnapshot(copy, { readOnly: false });
  // Nothing is known of a foreign folder, so nothing is remembered of it either.
  const state = openState(':memory:');
  try {
    const workshop = {
      ...{ bundle, snapshot, state, media, log, keepReleases: 1 },
      ...{ trees: oneTree(folder), objects: undefined, turns: new Turns(), now: () => new Date() },
    };
    return await publish(workshop, { allowMassDeletion: true, full: true, encode: false });
  } finally {
    state.close();
    snapshot.close();
    rmSync(beside, { recursive: true, force: true });
  }
}
