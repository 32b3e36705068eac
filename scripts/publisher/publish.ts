/**
 * One pass: from the snapshot to the live tree. All new bytes are staged first, where readers cannot see
 * them; only when nothing more can fail for want of space or of a template are they put in place, in the
 * order of `order.ts`, and the release row last. A crash at any point leaves whole files, and paths marked
 * unknown that the next pass makes again.
 */
import type { PageFault } from './look.ts';
import { mediaFiles } from './media-plan.ts';
import { inOrder, inReverseOrder } from './order.ts';
import type { Counts, Release } from './ports.ts';
import { gonePaths, inParts, receiptItems } from './receipts.ts';
import { type MediaProblem, type Staged, stageAll } from './stage.ts';
import { survey } from './survey.ts';
import { problemsOf } from './troubles.ts';
import type { PublishOptions, Workshop } from './workshop.ts';

export interface Published {
  /** The release that is live now. */
  release: Release;
  /** Whether this pass made it. */
  made: boolean;
  counts: Counts;
  pageFaults: PageFault[];
  mediaProblems: MediaProblem[];
}

/**
 * Brings the live tree to the snapshot.
 * @throws BrakeFault, BundleFault, OutputFault: the live site is untouched.
 */
export async function publish(workshop: Workshop, options: PublishOptions): Promise<Published> {
  const { bundle, snapshot, state, live } = workshop;
  const before = survey(bundle, snapshot, state, options);
  const stamp = state.nextStamp(Math.floor(workshop.now().getTime() / 1000));
  const staged = await stageAll(workshop, before, stamp, options).catch(async (error: unknown) => {
    await live.sweep();
    throw error;
  });
  const counts = {
    pages: before.planned.length,
    rendered: staged.rendered,
    written: staged.files.length,
    removed: before.lost.length,
  };
  const found = { counts, pageFaults: staged.pageFaults, mediaProblems: staged.mediaProblems };
  const idle = before.changes.length === 0 && staged.files.length === 0 && before.lost.length === 0;
  if (idle && before.last?.bundle === bundle.digest && before.last.revision === snapshot.revision) {
    return { release: before.last, made: false, ...found };
  }

  state.doubt([...staged.files, ...before.lost]);
  for (const { path } of inOrder(staged.files)) await live.promote(path);
  for (const { path } of inReverseOrder(before.lost)) await live.remove(path);
  await live.settle();
  const release = finish(workshop, before, staged, counts);
  if (before.lost.some(({ origin }) => origin === 'media')) {
    workshop.media.keepOnly(new Set(mediaFiles(snapshot).map(({ media }) => media.sha256)));
  }
  return { release, made: true, ...found };
}

/** The pointer, with the receipts that it lets out. */
function finish(
  { bundle, snapshot, state, now }: Workshop,
  before: ReturnType<typeof survey>,
  staged: Staged,
  counts: Counts,
): Release {
  const at = now().toISOString();
  const { revision, epoch } = snapshot;
  const failed = staged.pageFaults.map(({ path }) => path);
  const removed = before.lost.map(({ path }) => path);
  const items = receiptItems(snapshot, {
    changes: before.changes,
    changed: [...staged.files.map(({ path }) => path), ...removed],
    failed: new Set(failed),
    planned: before.plannedPaths,
  });
  const problems = problemsOf(snapshot, staged, state.quarantined());
  return state.finish({
    release: { epoch, revision, bundle: bundle.digest, at, counts },
    written: staged.files,
    removed,
    reviewed: staged.reviewed,
    failed,
    gone: gonePaths(snapshot, before.plannedPaths),
    receipts: (release) => inParts({ release, at, revision }, items, problems),
  });
}
