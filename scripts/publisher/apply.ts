/** Makes staged bytes visible (law 4): in place, file by file and in order; or a whole tree at once. */
import { inOrder, inReverseOrder } from './order.ts';
import type { FileRecord, KeptTree, LiveTree } from './ports.ts';
import type { Survey } from './survey.ts';
import type { Workshop } from './workshop.ts';

/** Where a pass writes. */
export interface PassPlace {
  number: number;
  tree: LiveTree;
  /** Seconds: what the written files carry. */
  stamp: number;
  /** The tree and release that readers are sent away from by one rename; undefined where there is none. */
  kept: KeptTree | undefined;
  /** Leaves no staged bytes behind. */
  abandon(): Promise<void>;
}

/** From so many pages on a pass makes a tree of its own: readers go over in one step, and back as quickly. */
const freshFrom = 400;

/** Other templates, another frame: nearly every page changes, so a fresh tree is made beside the served one. */
export async function placeFor({ trees, state, now }: Workshop, before: Survey): Promise<PassPlace> {
  const stamp = state.nextStamp(Math.floor(now().getTime() / 1000));
  const { last } = before;
  if (!before.all || before.pages.length < freshFrom) {
    const number = trees.current;
    const tree = trees.tree(number);
    return { number, tree, stamp, kept: undefined, abandon: () => tree.sweep() };
  }
  await dropSpareTrees(trees, state.keptTree());
  const number = await trees.fresh();
  return {
    ...{ number, tree: trees.tree(number), stamp },
    kept: last && { number: trees.current, release: last.number },
    abandon: () => trees.drop(number),
  };
}

/** Leftovers of passes that never ended. */
async function dropSpareTrees(trees: Workshop['trees'], kept: KeptTree | undefined): Promise<void> {
  for (const number of trees.numbers()) {
    if (number !== trees.current && number !== kept?.number) await trees.drop(number);
  }
}

/** Puts staged files in place and takes lost ones away, durably. */
export async function apply(
  { state, trees }: Workshop,
  place: PassPlace,
  files: readonly FileRecord[],
  lost: readonly FileRecord[],
): Promise<void> {
  if (!place.tree.unread) {
    state.doubt([...files, ...lost]);
    for (const { path } of inOrder(files)) await place.tree.promote(path);
    for (const { path } of inReverseOrder(lost)) await place.tree.remove(path);
    await place.tree.settle();
    return;
  }
  await trees.complete(place.number, new Set([...files, ...lost].map(({ path }) => path)));
  await place.tree.flush();
  const former = place.kept === undefined ? trees.current : state.keptTree()?.number;
  await trees.serve(place.number);
  if (former === undefined) return;
  state.forgetKeptTree();
  await trees.drop(former);
}
