/** A folder read while others may be writing it: what vanishes between two looks is not there. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FolderReader } from '../verify/audit.ts';

/** `root` is asked anew for every file: the served tree is a link that may come to lead elsewhere. */
export function folderReader(root: string): FolderReader {
  return {
    read: (name) => orUndefined(() => readFile(join(root, name))),
    async names() {
      const found = await orUndefined(() => readdir(`${root}/`, { recursive: true, withFileTypes: true }));
      return (found ?? [])
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    },
  };
}

async function orUndefined<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
