/** Files of the live tree, each opened once: what is told of a file is measured through the handle it is read by. */
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import { isText } from '../compress.ts';
import { type Encoding, suffixOf } from './encoding.ts';

export interface OpenFile {
  handle: FileHandle;
  /** Undefined: the bytes as they are. */
  encoding: Encoding | undefined;
  size: number;
  /** Whole seconds since 1970. */
  mtime: number;
  /** Strong, and another one for each encoding. */
  tag: string;
}

/**
 * Opens the file of a path, or the best of its variants that the request accepts. The root may be a symlink that
 * is replaced at any time: it is followed anew here. A variant older than its file is one that a release in
 * progress has not replaced yet, so it is passed over; without its file it is not there at all.
 * @returns undefined where there is no such file; throws what the file system throws otherwise.
 */
export async function openFile(
  root: string,
  path: string,
  accepted: readonly Encoding[],
): Promise<OpenFile | undefined> {
  const name = join(root, fileOf(path));
  const plain = await openOne(name, undefined);
  if (plain === undefined || !isText(path)) return plain;
  for (const encoding of accepted) {
    const variant = await openOne(name + suffixOf[encoding], encoding);
    if (variant !== undefined && variant.mtime >= plain.mtime) {
      await plain.handle.close();
      return variant;
    }
    await variant?.handle.close();
  }
  return plain;
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

async function openOne(name: string, encoding: Encoding | undefined): Promise<OpenFile | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(name, 'r');
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  const found = await handle.stat();
  if (!found.isFile()) {
    await handle.close();
    return undefined;
  }
  const mtime = Math.floor(found.mtimeMs / 1000);
  const tag = `"${found.size.toString(36)}-${mtime.toString(36)}${encoding === undefined ? '' : `-${encoding}`}"`;
  return { handle, encoding, size: found.size, mtime, tag };
}
