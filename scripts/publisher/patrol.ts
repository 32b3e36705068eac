/** Looks whether the live files are what the publisher wrote. A file that is not is made again by the next pass. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileRecord } from './ports.ts';
import { sweepObjects } from './prune.ts';
import type { Workshop } from './workshop.ts';

/** After so many files readers get their turn. */
const filesATurn = 200;

/** Doubts every live file that is missing, or of another size or time; answers how many. Drops what nothing names. */
export function patrol(workshop: Workshop): Promise<number> {
  return workshop.turns.take(async () => {
    await sweepObjects(workshop);
    return doubtStrangers(workshop);
  });
}

async function doubtStrangers({ state, trees, log }: Workshop): Promise<number> {
  const tree = trees.tree(trees.current);
  const strangers: FileRecord[] = [];
  let looked = 0;
  for (const file of [...state.files()]) {
    if (file.object === undefined) continue;
    const found = tree.stampOf(file.path);
    if (found?.size !== file.size || found.mtime !== file.mtime) strangers.push(file);
    looked += 1;
    if (looked % filesATurn === 0) await nextTurn();
  }
  if (strangers.length === 0) return 0;
  state.doubt(strangers);
  log('warn', 'files-changed', `有 ${strangers.length} 个网站文件不是发布程序写下的样子，将重新生成`, {
    files: strangers.length,
    first: strangers[0]?.path ?? '',
  });
  return strangers.length;
}
