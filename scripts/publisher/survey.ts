/** What a pass has before it: which pages to look at, which files to bring, which to take away. Reads only. */
import { type Delta, itemOf } from '@xinglin/shared/delta.js';
import { viewDigest } from '@xinglin/shared/digest.js';
import type { Route } from '@xinglin/shared/renderer.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { BundleFault } from './faults.ts';
import { lostMedia, type MediaFile, mediaFiles, mediaFilesOf, mediaTouched } from './media-plan.ts';
import { planProblem } from './plan-problem.ts';
import type { Asset, Bundle, FileRecord, Release, State } from './ports.ts';

export interface Survey {
  last: Release | undefined;
  /** Digest of what stands on every page. */
  frame: string;
  /** Whether every page is looked at, and not only what the delta may touch. */
  all: boolean;
  delta: Delta;
  /** Pages to look at. */
  pages: Route[];
  /** Media and assets that are not live yet, or no longer known to be right. */
  media: MediaFile[];
  assets: Asset[];
  lost: FileRecord[];
  /** Whether every file is written again, whatever is known. */
  full: boolean;
  /** Set where only a part of what changed goes live: all else stays as the pinned release has it. */
  partial?: 'removal' | 'urgent';
  /** Paths that the part may have touched and that are left as they are: the end of the pin looks at them. */
  later?: readonly string[];
}

export type SurveyState = Pick<
  State,
  'file' | 'files' | 'isUnknown' | 'lastRelease' | 'retiredSince' | 'unsure'
>;

/** Beyond this many changed documents one look at everything costs less than asking for each. */
const manyChanges = 2_000;

/** @throws BundleFault where the plan cannot be files. */
export function survey(
  bundle: Bundle,
  snapshot: WritableSnapshot,
  state: SurveyState,
  { full, now }: { full: boolean; now: Date },
): Survey {
  const last = state.lastRelease();
  const frame = asked(() => viewDigest(bundle.renderer.frame(snapshot) ?? null));
  const known = last !== undefined && last.epoch === snapshot.epoch && last.bundle === bundle.digest;
  const delta = last === undefined ? [] : snapshot.delta();
  const all = full || !known || last.frame !== frame || delta.length > manyChanges || isNew(snapshot, delta);
  const before = { last, frame, all, delta, full };
  const stands = ({ path }: { path: string }) =>
    state.file(path)?.object !== undefined && !state.isUnknown(path);
  const assets = full || !known ? bundle.assets : bundle.assets.filter((asset) => !stands(asset));
  const found = all ? everything(bundle, snapshot, state, now) : touched(bundle, snapshot, state, delta);
  return { ...before, ...found, assets, media: found.media.filter((file) => full || !stands(file)) };
}

/** A snapshot that was lost and made anew knows nothing of what stood before: what it lacks is in no delta. */
function isNew(snapshot: WritableSnapshot, delta: Delta): boolean {
  const added = delta.filter(
    ({ before, after }) => itemOf(before) === undefined && itemOf(after) !== undefined,
  );
  return added.length === snapshot.count();
}

type Found = Pick<Survey, 'pages' | 'media' | 'lost'>;

/** Compares the whole plan with all that stands. */
function everything(bundle: Bundle, snapshot: WritableSnapshot, state: SurveyState, now: Date): Found {
  const pages = asked(() => bundle.renderer.plan(snapshot));
  refuseContradiction(pages, bundle.assets);
  const media = mediaFiles(snapshot);
  const wanted = new Set([...pages, ...media, ...bundle.assets].map(({ path }) => path));
  const lost: FileRecord[] = [];
  for (const file of state.files()) {
    if (!wanted.has(file.path) && !mayStillBeWanted(file, state, now)) lost.push(file);
  }
  return { pages, media, lost };
}

/** Follows the delta, and whatever the last pass left in doubt. */
function touched(bundle: Bundle, snapshot: WritableSnapshot, state: SurveyState, delta: Delta): Found {
  const unsure = state.unsure();
  const paths = new Set(asked(() => bundle.renderer.affected(snapshot, delta)));
  for (const { path, origin } of unsure) if (origin === 'page') paths.add(path);
  const pages: Route[] = [];
  const lost: FileRecord[] = [];
  for (const path of paths) {
    const route = asked(() => bundle.renderer.route(snapshot, path));
    if (route !== undefined) pages.push(route);
    else {
      const file = state.file(path);
      if (file?.origin === 'page') lost.push(file);
    }
  }
  refuseContradiction(pages, bundle.assets);
  // A media file in doubt is rare, and its path does not tell the document: then all are looked through.
  const doubted = unsure.some(({ origin }) => origin === 'media');
  const media = doubted ? mediaFiles(snapshot) : mediaFilesOf(snapshot, mediaTouched(delta).ids);
  const gone = doubted ? notAmong(media, unsure) : lostMedia(snapshot, delta, media);
  const files = gone.flatMap((path) => state.file(path) ?? []);
  return { pages, media, lost: [...lost, ...files.filter(({ origin }) => origin === 'media')] };
}

function refuseContradiction(pages: readonly Route[], assets: readonly Asset[]): void {
  const problem = planProblem(pages, assets);
  if (problem === undefined) return;
  throw new BundleFault(
    `网站模板的页面计划有矛盾：${problem}。网站没有改动。`,
    '请修改模板或相关内容的网址，然后重新发布。',
  );
}

function notAmong(
  media: readonly MediaFile[],
  unsure: readonly { path: string; origin: string }[],
): string[] {
  const wanted = new Set(media.map(({ path }) => path));
  return unsure.filter(({ path, origin }) => origin === 'media' && !wanted.has(path)).map(({ path }) => path);
}

/** A week: as long as hashed scripts and styles stay for pages that are still open in a browser (issue 3). */
const retirement = 7 * 24 * 3600;

function mayStillBeWanted({ origin, path }: FileRecord, state: SurveyState, now: Date): boolean {
  if (origin !== 'asset' || !path.startsWith('/_astro/')) return false;
  const since = state.retiredSince(path);
  return since === undefined || now.getTime() / 1000 - since < retirement;
}

/** The documents of a delta that the public can no longer see. */
export function removalsIn(delta: Delta): Delta {
  return delta.filter(({ before, after }) => itemOf(before) !== undefined && itemOf(after) === undefined);
}

/** A plan that stumbles leaves nothing to go on with: unlike a page's fault it stops the pass. */
function asked<Value>(question: () => Value): Value {
  try {
    return question();
  } catch (error) {
    throw new BundleFault(
      `网站模板排不出页面计划：${(error as Error).message}。网站没有改动。`,
      '模板和内容约定可能不是同一个版本：请重新构建（npm start 会自动构建），再发布。',
    );
  }
}
