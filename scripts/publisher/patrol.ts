/**
 * Looks over all that lies in the data folder: whether the live files are what the publisher wrote, and whether a
 * pass that was killed left something behind. In portions, each a turn of its own: passes go on between them.
 */
import { sweepObjects } from './prune.ts';
import type { Workshop } from './workshop.ts';

/** Files looked at in one turn. */
const filesATurn = 200;

/** Doubts every live file that is missing, or of another size or time: the next pass makes it again. Answers how many. */
export async function patrol(workshop: Workshop, signal?: AbortSignal): Promise<number> {
  await sweepTree(workshop);
  await sweepObjects(workshop, signal);
  let strangers = 0;
  let last = '';
  while (signal?.aborted !== true) {
    const portion = await workshop.turns.take(async () => doubtStrangers(workshop, last));
    strangers += portion.strangers;
    if (portion.last === undefined) break;
    last = portion.last;
  }
  return strangers;
}

/** Found while passes may be at work, and taken away when none is: what is staged then was left behind. */
async function sweepTree({ trees, turns }: Workshop): Promise<void> {
  const tree = trees.tree(trees.current);
  const left = await tree.leftovers();
  if (left.length > 0) await turns.take(() => tree.drop(left));
}

/** Looks at one portion; `last` is where the next one begins, undefined where there is none. */
function doubtStrangers({ state, trees, log }: Workshop, after: string) {
  const tree = trees.tree(trees.current);
  const files = state.filesAfter(after, filesATurn);
  const strangers = files.filter((file) => {
    const found = file.object === undefined ? file : tree.stampOf(file.path);
    return found?.size !== file.size || found.mtime !== file.mtime;
  });
  if (strangers.length > 0) {
    state.doubt(strangers);
    log('warn', 'files-changed', `有 ${strangers.length} 个网站文件不是发布程序写下的样子，将重新生成`, {
      files: strangers.length,
      first: strangers[0]?.path ?? '',
    });
  }
  return { strangers: strangers.length, last: files.at(-1)?.path };
}
