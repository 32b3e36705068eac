/**
 * Back to an earlier release, and pinned there until a person says otherwise. Where the tree of that time still
 * stands it is served again by one rename; else the files that differ are put back in place, in order.
 */
import { CommandFault } from '../cli.ts';
import { compressed } from './compress.ts';
import { inOrder, inReverseOrder } from './order.ts';
import { type FileRecord, type LiveTree, MediaFault, type Release, type ReleasedFile } from './ports.ts';
import { wipePast } from './purge.ts';
import type { Workshop } from './workshop.ts';

export interface RolledBack {
  release: Release;
  target: Release;
  /** Media files of that time that could not be had again, each with the reason. */
  missing: string[];
}

/**
 * @param wanted a release's number; absent for the one before the live one.
 * @throws CommandFault where there is no such release any more, OutputFault where the disk refuses.
 */
export function rollBack(workshop: Workshop, wanted?: number): Promise<RolledBack> {
  return workshop.turns.take(() => goBack(workshop, wanted));
}

async function goBack(workshop: Workshop, wanted: number | undefined): Promise<RolledBack> {
  await wipePast(workshop);
  const { state, trees, now } = workshop;
  const target = rollbackTarget(workshop, wanted);
  const last = state.lastRelease() as Release;
  const stamp = state.nextStamp(Math.floor(now().getTime() / 1000));
  const changed = state.changedAfter(target.number);
  const route = shortestWay(workshop, target, changed);
  const work = await prepare(workshop, route.paths, target, trees.tree(route.tree), stamp);

  if (route.tree === trees.current) state.doubt([...work.put, ...work.remove]);
  else state.forgetKeptTree();
  for (const { path } of inOrder(work.put)) await work.tree.promote(path);
  for (const { path } of inReverseOrder(work.remove)) await work.tree.remove(path);
  await work.tree.settle();
  const kept = route.tree === trees.current ? undefined : { number: trees.current, release: last.number };
  if (kept !== undefined) await trees.serve(route.tree);
  const release = finish(workshop, { last, target, changed, work, kept, tree: route.tree, stamp });
  await workshop.writeRules?.(state.moved());
  return { release, target, missing: work.missing };
}

/**
 * Ends the pin: the next pass brings everything that queued. It looks at every page: a delta of which a part is
 * already live does not tell all that follows from it.
 */
export function unpin({ state }: Workshop): number | undefined {
  const pinned = state.pinned();
  if (pinned !== undefined) state.forgetViews();
  state.unpin();
  return pinned;
}

/** @throws CommandFault where there is no such release any more. */
export function rollbackTarget(workshop: Workshop, wanted: number | undefined): Release {
  const { state } = workshop;
  const from = state.pinned() ?? state.lastRelease()?.number ?? 0;
  const isOwn = ({ kind }: Release): boolean => kind === 'content' || kind === 'template';
  const found =
    wanted === undefined
      ? state.releases(10_000).find((release) => release.number < from && isOwn(release))
      : state.release(wanted);
  if (found === undefined) throw noSuchRelease(workshop, wanted);
  return found;
}

function noSuchRelease({ state }: Workshop, wanted: number | undefined): CommandFault {
  const there = state.releases(10_000).map(({ number }) => number);
  const range = there.length === 0 ? '还没有任何发布' : `现存第 ${there.at(-1)}–${there[0]} 次发布`;
  return new CommandFault(
    wanted === undefined ? `没有更早的发布可以回退（${range}）。` : `没有第 ${wanted} 次发布（${range}）。`,
    '用 pnpm releases 查看可以回退的发布。',
  );
}

/** In place, or by the kept tree: whichever has fewer files to put back. */
function shortestWay({ state, trees }: Workshop, target: Release, changed: readonly string[]) {
  const then = (path: string) => state.fileAt(path, target.number)?.object;
  const inPlace = {
    tree: trees.current,
    paths: changed.filter((path) => state.file(path)?.object !== then(path) || state.isUnknown(path)),
  };
  const kept = state.keptTree();
  if (kept === undefined) return inPlace;
  const [low, high] = [kept.release, target.number].sort((a, b) => a - b) as [number, number];
  const between = state
    .changedBetween(low, high)
    .filter((path) => state.fileAt(path, kept.release)?.object !== then(path));
  return between.length < inPlace.paths.length ? { tree: kept.number, paths: between } : inPlace;
}

interface Work {
  tree: LiveTree;
  put: ReleasedFile[];
  remove: ReleasedFile[];
  missing: string[];
}

async function prepare(
  { state, objects, media, log }: Workshop,
  paths: readonly string[],
  target: Release,
  tree: LiveTree,
  stamp: number,
): Promise<Work> {
  const work: Work = { tree, put: [], remove: [], missing: [] };
  const bulk = paths.length > 200;
  for (const path of paths) {
    const file = state.fileAt(path, target.number);
    if (file?.object === undefined) {
      work.remove.push(file ?? removed(path));
      continue;
    }
    try {
      const bytes = file.origin === 'media' ? await media.again(path) : await objects?.read(file.object);
      if (bytes === undefined) continue;
      await tree.stage(path, { bytes, ...(await compressed(bytes, path)) }, stamp, { bulk });
      work.put.push(file);
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error;
      log('warn', 'media-not-restored', error.message, { path });
      work.missing.push(`${path}：${error.message}`);
    }
  }
  if (bulk) await tree.flush();
  return work;
}

const removed = (path: string): ReleasedFile => ({
  ...{ path, origin: 'page', kind: 'page', status: 200, location: undefined, view: undefined },
  ...{ object: undefined, size: 0, release: 0, cause: undefined },
});

interface Ending {
  last: Release;
  target: Release;
  changed: readonly string[];
  work: Work;
  kept: { number: number; release: number } | undefined;
  tree: number;
  stamp: number;
}

/** The pointer. Every path that differs from the release before is in doubt: the end of the pin looks at it. */
function finish({ state, trees, now }: Workshop, ending: Ending): Release {
  const { last, target, changed, kept } = ending;
  const tree = trees.tree(ending.tree);
  const lacking = new Set(ending.work.missing.map((line) => line.slice(0, line.indexOf('：'))));
  const written: FileRecord[] = [];
  const gone: { path: string; origin: FileRecord['origin'] }[] = [];
  for (const path of changed) {
    const file = state.fileAt(path, target.number);
    if (file?.object === undefined || lacking.has(path)) {
      gone.push({ path, origin: file?.origin ?? state.file(path)?.origin ?? 'page' });
      continue;
    }
    const { release: _, cause: __, ...record } = file;
    const mtime = tree.stampOf(path)?.mtime ?? ending.stamp;
    written.push({ ...record, view: undefined, mtime });
  }
  const at = now().toISOString();
  const counts = {
    pages: target.counts.pages,
    viewed: 0,
    rendered: 0,
    written: written.length,
    removed: gone.length,
  };
  const { epoch, revision, bundle, frame } = target;
  const release = state.finish({
    release: {
      ...{ kind: 'rollback' as const, epoch, revision, bundle, frame, at, counts },
      note: `回到第 ${target.number} 次发布（之前是第 ${last.number} 次）`,
    },
    tree: ending.tree,
    kept,
    written,
    removed: gone,
    reviewed: [],
    failed: [],
    findings: new Map(),
    causes: [],
    purge: undefined,
    pin: target.number,
    receipts: (number) => [{ release: number, at, revision, pinned: target.number, items: [], problems: [] }],
  });
  state.doubt(gone);
  return release;
}
