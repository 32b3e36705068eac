/** A pass, once it is known what to look at: staged, applied, finished. */
import { apply, placeFor } from './apply.ts';
import { overridden, stop, vanishBrake } from './brakes.ts';
import { attribute } from './causes.ts';
import { explainedPaths } from './explained.ts';
import type { PageFault } from './look.ts';
import type { Counts, FinishedPass, Release, ReleaseKind } from './ports.ts';
import { forgetOldReleases } from './prune.ts';
import { tracesOf, wipePast } from './purge.ts';
import { receiptItems } from './receipt-items.ts';
import { inParts } from './receipts.ts';
import { type Staged, stageAll } from './stage.ts';
import type { MediaProblem } from './stage-media.ts';
import { removalsIn, type Survey } from './survey.ts';
import { problemsOf } from './troubles.ts';
import type { Finding } from './verify/findings.ts';
import type { PublishOptions, Workshop } from './workshop.ts';

export interface Published {
  /** The release that is live now. */
  release: Release;
  /** Whether this pass made it. */
  made: boolean;
  counts: Counts;
  pageFaults: PageFault[];
  mediaProblems: MediaProblem[];
  /** What stands and wants a look. */
  findings: Finding[];
}

/** Stages, applies and finishes what a survey found. */
export async function pass(workshop: Workshop, before: Survey, options: PublishOptions): Promise<Published> {
  const { bundle, snapshot, state } = workshop;
  const note = brake(workshop, before, options);
  const place = await placeFor(workshop, before);
  const staged = await stageAll(workshop, before, place, options).catch(async (error: unknown) => {
    await place.abandon();
    throw error;
  });
  const pagesBefore = before.last?.counts.pages ?? 0;
  const lostPages = before.lost.filter(({ origin, object }) => origin === 'page' && object !== undefined);
  const counts: Counts = {
    pages: pagesBefore + staged.freshPages - lostPages.length,
    viewed: before.pages.length,
    rendered: staged.rendered,
    written: staged.files.length,
    removed: before.lost.length,
  };
  const { pageFaults, mediaProblems } = staged;
  const findings = [...staged.findings.values()].flat();
  const found = { counts, pageFaults, mediaProblems, findings };
  const current = before.last?.bundle === bundle.digest && before.last.revision === snapshot.revision;
  const idle = staged.files.length === 0 && before.lost.length === 0 && staged.reviewed.length === 0;
  if (idle && current && before.last?.epoch === snapshot.epoch && before.delta.length === 0) {
    await place.abandon();
    return { release: before.last, made: false, ...found };
  }
  await apply(workshop, place, staged.files, before.lost);
  const release = state.finish(finished(workshop, { before, staged, counts, note, place }));
  snapshot.settle(before.partial === undefined ? undefined : before.delta);
  state.doubt(staged.mediaToRetry.map((path) => ({ path, origin: 'media' })));
  await workshop.writeRules?.(state.moved());
  await workshop.tellCounter?.(before.all ? 'anything' : before.delta);
  await wipePast(workshop);
  await forgetOldReleases(workshop);
  return { release, made: true, ...found };
}

interface Done {
  before: Survey;
  staged: Staged;
  counts: Counts;
  note: string | undefined;
  place: Awaited<ReturnType<typeof placeFor>>;
}

/** The pointer, with the receipts that it lets out. */
function finished(workshop: Workshop, { before, staged, counts, note, place }: Done): FinishedPass {
  const { bundle, snapshot, state, now } = workshop;
  const at = now().toISOString();
  const head = headOf(workshop, before);
  const changed = [...staged.files, ...before.lost].map(({ path }) => path);
  const { causes, of } = attribute(bundle.renderer, snapshot, before.delta, changed);
  const failed = staged.pageFaults.map(({ path }) => path);
  const items = receiptItems(workshop, before, staged, { causes, of });
  const findings = findingsOf(before, staged);
  const standing = new Map([...state.findings(), ...findings]);
  const problems = problemsOf(
    snapshot,
    staged.pageFaults,
    [...standing.values()].flat(),
    state.quarantined(),
  );
  const pinned = state.pinned();
  return {
    release: { ...head, at, counts, note },
    tree: place.number,
    kept: place.kept,
    written: staged.files.map((file) => ({ ...file, cause: of(file.path) })),
    removed: before.lost.map(({ path }) => ({ path, cause: of(path) })),
    reviewed: staged.reviewed,
    failed: [...failed, ...(before.later ?? [])],
    findings,
    causes,
    assets: before.last?.bundle === bundle.digest ? undefined : bundle.assets.map(({ path }) => path),
    purge: tracesOf(snapshot, before.delta),
    receipts: (release) =>
      inParts({ release, at, revision: head.revision, ...(pinned && { pinned }) }, items, problems),
  };
}

/** What the release stands for; a part of what changed leaves that as the pinned release has it. */
function headOf({ bundle, snapshot }: Workshop, { last, partial, frame }: Survey) {
  if (partial !== undefined && last !== undefined) {
    const { epoch, revision } = last;
    return { kind: partial, epoch, revision, bundle: last.bundle, frame: last.frame };
  }
  const kind: ReleaseKind = last !== undefined && last.bundle !== bundle.digest ? 'template' : 'content';
  const { epoch, revision } = snapshot;
  return { kind, epoch, revision, bundle: bundle.digest, frame };
}

/** What is gone has nothing standing at it any more. */
function findingsOf(before: Survey, staged: Staged): Map<string, readonly Finding[]> {
  const gone = [
    ...before.lost.map(({ path }) => path),
    ...removalsIn(before.delta).map(({ type, id }) => `${type} ${id}`),
  ];
  const none = new Map<string, readonly Finding[]>(gone.map((subject) => [subject, []]));
  return new Map([...none, ...staged.findings]);
}

/** Holds where pages vanish that nobody took down. Answers what the release notes of released brakes. */
function brake(workshop: Workshop, before: Survey, options: PublishOptions): string | undefined {
  const held = vanishing(workshop, before);
  if (held !== undefined && !options.allowMassDeletion) {
    // What made the pages vanish is in the snapshot already: a CMS that is well again would never send it anew.
    workshop.snapshot.distrust();
    throw stop(held);
  }
  const released = [...(options.overridden ?? []), ...(held === undefined ? [] : [held])];
  if (released.length === 0) return undefined;
  const note = overridden(released.join(''));
  workshop.log('warn', 'brake-released', note, { release: (before.last?.number ?? 0) + 1 });
  return note;
}

function vanishing({ bundle, snapshot }: Workshop, before: Survey): string | undefined {
  const vanished = before.lost.filter(({ origin }) => origin === 'page').map(({ path }) => path);
  if (vanished.length === 0) return undefined;
  const explained = explainedPaths(bundle.renderer, snapshot, before.delta);
  const pagesBefore = before.last?.counts.pages ?? vanished.length;
  return vanishBrake({ pagesBefore, vanished, explained });
}
