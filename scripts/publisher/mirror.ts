/** Brings a target to the live tree's state. Costs what changed: what the target was given is remembered. */
import { sha256 } from '@xinglin/shared/digest.js';
import { surveyTarget } from './mirror-survey.ts';
import {
  emptiedFolders,
  filesOfPath,
  type HeldPath,
  type MirrorPlan,
  planMirror,
  type Target,
  type WantedPath,
} from './targets.ts';

/** A path of the live tree as publisher.db tells it. */
export interface SourcePath extends WantedPath {
  /** The release's own second: another one means other bytes. */
  mtime: number;
  /** Whether a release is at work on it right now. */
  unknown: boolean;
}

/** The live tree's current release. */
export interface MirrorSource {
  read(): Map<string, SourcePath>;
  /** The local folder that a path's files lie in. */
  rootOf(path: string): string;
  /** Suffixes of the variants beside a path's file, as `HeldPath` spells them. @throws TargetFault without the file. */
  variantsOf(path: string): string;
}

/** What a target was given, kept in the data folder. */
export interface MirrorMemory {
  held(): Map<string, HeldPath>;
  /** What the last finished run left there; undefined where none finished, or none since trust was lost. */
  mark(): string | undefined;
  /** Whether the last run never finished: unfinished files may lie there. */
  interrupted(): boolean;
  /** Before the first byte moves: these paths are unknown from now on; without trust all are, and the mark is forgotten. */
  begin(paths: readonly { path: string; origin: HeldPath['origin'] }[], trusted: boolean): void;
  finish(done: { kept: ReadonlyMap<string, HeldPath>; dropped: readonly string[]; mark: string }): void;
}

export interface MirrorOptions {
  /** Compare every file there, whatever is remembered. */
  verify: boolean;
  /** Take away files there that are none of ours. */
  removeStrangers: boolean;
  /** Only say what would happen. */
  dryRun: boolean;
}

export interface Mirrored {
  plan: MirrorPlan;
  /** Files there that are none of ours, where one looked. */
  strangers: string[];
  /** Paths that a release was or is at work on: the next run brings them. */
  unsettled: string[];
}

/**
 * One run. Whatever interrupts it, the target serves old or new bytes, whole, and the next run brings the rest.
 * @throws TargetFault, and whatever source and memory throw.
 */
export async function mirror(
  source: MirrorSource,
  target: Target,
  memory: MirrorMemory,
  options: MirrorOptions,
): Promise<Mirrored> {
  const before = source.read();
  const wanted = new Map([...before].filter(([, { unknown }]) => !unknown));
  const survey = await surveyTarget(wanted, source, target, memory, options.verify);
  // Neither brought nor taken away while a release is at work on them.
  const held = new Map([...survey.held].filter(([path]) => before.get(path)?.unknown !== true));
  const plan = planMirror(wanted, held);
  const surplus = [...survey.leftovers, ...(options.removeStrangers ? survey.strangers : [])];
  const changes = [...plan.passes.flat(), ...plan.drop].length + surplus.length;
  const mark = markOf(wanted);
  const done = changes === 0 && survey.trusted && mark === memory.mark() && !memory.interrupted();
  if (options.dryRun || done) return { plan, strangers: survey.strangers, unsettled: unknownPaths(before) };

  const origins = plan.drop.map((path) => ({ path, origin: held.get(path)?.origin ?? 'page' }));
  memory.begin([...plan.passes.flat(), ...origins], survey.trusted);
  const kept = new Map(survey.trusted ? [] : [...held].filter(([path]) => wanted.has(path)));
  for (const pass of plan.passes) await bring(pass, source, target, held, kept);
  const dropped = plan.drop.flatMap((path) => filesOfPath(path, held.get(path)?.variants ?? ''));
  await takeAway([...dropped, ...surplus], wanted, target);

  const after = source.read();
  const unsettled = [...before.values()]
    .filter((row) => !isSame(row, after.get(row.path)))
    .map(({ path }) => path);
  for (const path of unsettled) {
    const one = kept.get(path);
    if (one !== undefined) kept.set(path, { ...one, object: undefined });
  }
  await target.finish(mark);
  memory.finish({ kept, dropped: plan.drop, mark });
  const left = options.removeStrangers ? [] : survey.strangers;
  return { plan, strangers: left, unsettled };
}

async function bring(
  pass: readonly WantedPath[],
  source: MirrorSource,
  target: Target,
  held: ReadonlyMap<string, HeldPath>,
  kept: Map<string, HeldPath>,
): Promise<void> {
  const stale: string[] = [];
  for (const [root, rows] of Map.groupBy(pass, ({ path }) => source.rootOf(path))) {
    const files: string[] = [];
    for (const { path, origin, object } of rows) {
      const variants = source.variantsOf(path);
      const now = filesOfPath(path, variants);
      files.push(...now);
      stale.push(...filesOfPath(path, held.get(path)?.variants ?? '').filter((file) => !now.includes(file)));
      kept.set(path, { origin, object, variants });
    }
    await target.put(root, files);
  }
  // An old variant beside a new page would be served in its place.
  if (stale.length > 0) await target.remove(stale, []);
}

async function takeAway(
  files: readonly string[],
  wanted: ReadonlyMap<string, WantedPath>,
  target: Target,
): Promise<void> {
  if (files.length === 0) return;
  const left = [...wanted.keys()].flatMap((path) => filesOfPath(path, ''));
  await target.remove(files, emptiedFolders(files, left));
}

function isSame(row: SourcePath, later: SourcePath | undefined): boolean {
  return !row.unknown && later?.unknown === false && later.object === row.object && later.mtime === row.mtime;
}

function unknownPaths(rows: ReadonlyMap<string, SourcePath>): string[] {
  return [...rows.values()].filter(({ unknown }) => unknown).map(({ path }) => path);
}

/** Names a state of the whole site. */
function markOf(wanted: ReadonlyMap<string, WantedPath>): string {
  const lines = [...wanted.values()].map(({ path, object }) => `${object} ${path}\n`);
  return sha256(lines.sort().join(''));
}
