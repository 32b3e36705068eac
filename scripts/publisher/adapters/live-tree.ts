/** The live tree on a disk. Readers see each file's old bytes or its new ones: beside, fsync, rename (law 4). */
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import { OutputFault } from '../faults.ts';
import type { FileStamp, LiveTree } from '../ports.ts';

/** Hidden, so that no server serves it; beside its file, so that renaming never crosses file systems. */
const stagedSuffix = '.xinglin-staged';

/**
 * Opens a folder as a live tree; made where missing.
 * @throws OutputFault from every method that cannot write.
 */
export function openLiveTree(root: string): LiveTree {
  guarded(root, () => mkdirSync(root, { recursive: true }));
  return new DiskTree(root);
}

class DiskTree implements LiveTree {
  readonly #root: string;
  readonly #touched = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  async stage(path: string, bytes: Uint8Array, mtime: number): Promise<void> {
    const staged = this.#stagedOf(path);
    await guardedAsync(staged, async () => {
      await mkdir(dirname(staged), { recursive: true });
      const handle = await open(staged, 'w', 0o644);
      try {
        await handle.writeFile(bytes);
        await handle.utimes(mtime, mtime);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  async promote(path: string): Promise<void> {
    const file = this.#file(path);
    await guardedAsync(file, () => rename(this.#stagedOf(path), file));
    this.#touched.add(dirname(file));
  }

  async remove(path: string): Promise<void> {
    const file = this.#file(path);
    await guardedAsync(file, () => rm(file, { force: true }));
    this.#touched.add(dirname(file));
  }

  async settle(): Promise<void> {
    for (const folder of this.#touched) {
      if (this.#prune(folder)) continue;
      const handle = await open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    }
    this.#touched.clear();
  }

  async sweep(): Promise<void> {
    await guardedAsync(this.#root, async () => {
      for (const entry of await readdir(this.#root, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && entry.name.startsWith('.') && entry.name.endsWith(stagedSuffix)) {
          await rm(join(entry.parentPath, entry.name), { force: true });
        }
      }
    });
  }

  stampOf(path: string): FileStamp | undefined {
    const found = statSync(this.#file(path), { throwIfNoEntry: false });
    return found?.isFile() ? { size: found.size, mtime: Math.floor(found.mtimeMs / 1000) } : undefined;
  }

  /** Removes a folder that became empty, and its parents; answers whether it is gone. */
  #prune(folder: string): boolean {
    let at = folder;
    while (relative(this.#root, at) !== '' && !relative(this.#root, at).startsWith(`..${sep}`)) {
      if (statSync(at, { throwIfNoEntry: false }) !== undefined) {
        if (readdirSync(at).length > 0) break;
        rmdirSync(at);
      }
      at = dirname(at);
    }
    return at !== folder;
  }

  #file(path: string): string {
    return join(this.#root, fileOf(path));
  }

  #stagedOf(path: string): string {
    const file = this.#file(path);
    return join(dirname(file), `.${basename(file)}${stagedSuffix}`);
  }
}

function guarded<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw outputFault(file, error as NodeJS.ErrnoException);
  }
}

async function guardedAsync<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw outputFault(file, error as NodeJS.ErrnoException);
  }
}

const remedies: Record<string, string> = {
  ENOSPC: '磁盘没有空间了：请腾出空间后再发布。',
  EDQUOT: '磁盘配额用完了：请腾出空间后再发布。',
  EROFS: '这个磁盘是只读的：请换一个可写的位置，或重新挂载。',
  EACCES: '请让运行发布程序的用户可以写这个文件夹。',
  EPERM: '请让运行发布程序的用户可以写这个文件夹。',
  ENOTDIR: '路径中间有一个同名的文件：请移走它，或换一个文件夹。',
  EEXIST: '这里已有一个同名的文件，不是文件夹：请移走它，或换一个位置。',
  EISDIR: '这里有一个同名的文件夹：请移走它。',
};

function outputFault(file: string, error: NodeJS.ErrnoException): OutputFault {
  return new OutputFault(
    `不能写入 ${file}（${error.code ?? error.message}）。网站还是原来的样子。`,
    remedies[error.code ?? ''] ?? '请检查这个位置后再发布。',
  );
}
