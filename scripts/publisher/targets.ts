/**
 * Places beside the live tree that serve the same site: a folder, a machine reached by rsync, later a bucket.
 * The port, and what decides which files go there in which order. Pure.
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { fileOf } from '@xinglin/shared/paths.js';
import { CommandFault } from '../cli.ts';
import { inReverseOrder, rankOf } from './order.ts';
import type { Origin } from './ports.ts';

/** Files are named relative to the site's root: `news/a/index.html`. Every method throws a `TargetFault`. */
export interface Target {
  /** For people: where it is. */
  readonly name: string;
  /** What `finish` left there last; undefined where nothing did. */
  mark(): Promise<string | undefined>;
  /** The names of all files there, hidden ones too, without the mark's. */
  list(): Promise<Set<string>>;
  /** Those of the files of a local folder that the target lacks or holds with other bytes. */
  differing(root: string, files: readonly string[]): Promise<string[]>;
  /** Brings files of a local folder there. Each is served with its old bytes or its new ones, whole; all are new on return. */
  put(root: string, files: readonly string[]): Promise<void>;
  /** Takes files away, missing ones too, and then those of the folders that are empty. */
  remove(files: readonly string[], folders: readonly string[]): Promise<void>;
  /** Leaves a mark that tells a later run what it can rely on. */
  finish(mark: string): Promise<void>;
}

/** A path that the target should serve. */
export interface WantedPath {
  path: string;
  origin: Origin;
  /** Digest of its bytes. */
  object: string;
}

/** What the target was given of a path, as far as is remembered. */
export interface HeldPath {
  origin: Origin;
  /** Undefined where a run was interrupted, or other bytes were found. */
  object: string | undefined;
  /** Suffixes of the compressed variants beside it: `gz,br`. */
  variants: string;
}

/** What happened, where, and what to do. The target serves old or new bytes, whole. */
export class TargetFault extends CommandFault {}

export interface MirrorPlan {
  /** In this order, each whole before the next: what pages need, pages, lists, home and feeds (law 4). */
  passes: WantedPath[][];
  /** No longer wanted; taken away last, whoever links before what is linked to. */
  drop: string[];
}

/** What must move so that the target holds what is wanted. */
export function planMirror(
  wanted: ReadonlyMap<string, WantedPath>,
  held: ReadonlyMap<string, HeldPath>,
): MirrorPlan {
  const passes: WantedPath[][] = [[], [], [], []];
  for (const one of wanted.values()) {
    if (held.get(one.path)?.object !== one.object) passes[rankOf(one)]?.push(one);
  }
  const gone = [...held]
    .filter(([path]) => !wanted.has(path))
    .map(([path, { origin }]) => ({ path, origin }));
  return {
    passes: passes
      .filter((pass) => pass.length > 0)
      .map((pass) => pass.sort((a, b) => compareCodeUnits(a.path, b.path))),
    drop: inReverseOrder(gone).map(({ path }) => path),
  };
}

/** A path's file and the names of its variants. */
export function filesOfPath(path: string, variants: string): string[] {
  const file = fileOf(path);
  return [
    file,
    ...variants
      .split(',')
      .filter(Boolean)
      .map((suffix) => `${file}.${suffix}`),
  ];
}

/** Folders that hold no file any more once files are gone, deepest first. */
export function emptiedFolders(removed: readonly string[], left: Iterable<string>): string[] {
  const folders = new Set(removed.flatMap(foldersOf));
  if (folders.size > 0) for (const file of left) for (const folder of foldersOf(file)) folders.delete(folder);
  const depth = (folder: string) => folder.split('/').length;
  return [...folders].sort((a, b) => depth(b) - depth(a) || compareCodeUnits(a, b));
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Unfinished files of ours that an interrupted run may have left there: hidden, named after one that we know. */
export function isLeftover(file: string, known: ReadonlySet<string>): boolean {
  const match =
    /^(.*\/)?\.xinglin-partial\/([^/]+)$|^(.*\/)?\.([^/]+)\.(?:xinglin-new|[A-Za-z0-9]{6})$/s.exec(file);
  if (match === null) return false;
  const [, partialIn, partial, beside, name] = match;
  return partial !== undefined || known.has(`${partialIn ?? beside ?? ''}${name}`);
}
