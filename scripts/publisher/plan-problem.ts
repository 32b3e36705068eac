/** Whether a plan can become files. Pure. */
import { fileOf } from '@xinglin/shared/paths.js';
import type { Route } from '@xinglin/shared/renderer.js';
import type { Asset } from './ports.ts';

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
