/** Which planned pages have to be looked at, and which are gone. Pure: unknown means look again (law 5). */
import { fileOf } from '@xinglin/shared/paths.js';
import type { Route } from '@xinglin/shared/renderer.js';
import type { Asset, FileRecord } from './ports.ts';

export interface Known {
  files: ReadonlyMap<string, FileRecord>;
  unknown: ReadonlySet<string>;
}

/** Pages whose view must be computed: all of them, or those that may differ, are new, or are unknown. */
export function candidates(
  planned: readonly Route[],
  affected: readonly Route[] | 'all',
  { files, unknown }: Known,
): Route[] {
  if (affected === 'all') return [...planned];
  const touched = new Set(affected.map(({ path }) => path));
  return planned.filter(({ path, status, kind }) => {
    const file = files.get(path);
    if (file === undefined || file.view === undefined || unknown.has(path) || touched.has(path)) return true;
    return file.status !== status || file.kind !== kind;
  });
}

/**
 * Files that we wrote and that nothing wants any more. Assets named by their hash stay: a page rendered with
 * them may still be open somewhere.
 */
export function lostFiles(wanted: ReadonlySet<string>, files: ReadonlyMap<string, FileRecord>): FileRecord[] {
  return [...files.values()].filter(
    ({ origin, path }) => !wanted.has(path) && !(origin === 'asset' && path.startsWith('/_astro/')),
  );
}

/** A path that may become a file: absolute, normal, and nothing hidden. */
const safe = /^\/(?:(?!\.)[^/\\\0]+\/)*(?:(?!\.)[^/\\\0]+)?$/;

/**
 * Why the plan cannot be written to a tree of files, or undefined: an unsafe path, one path twice, or one
 * file that is to be two things.
 */
export function planProblem(planned: readonly Route[], assets: readonly Asset[]): string | undefined {
  const files = new Map<string, string>();
  for (const { path } of [...planned, ...assets]) {
    if (!safe.test(path)) return `路径 ${JSON.stringify(path)} 不能写成文件`;
    const other = files.get(fileOf(path));
    if (other !== undefined) return `${other} 和 ${path} 要写到同一个文件`;
    files.set(fileOf(path), path);
  }
  return undefined;
}
