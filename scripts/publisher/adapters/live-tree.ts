/** A tree on a disk. Readers see each file's old bytes or its new ones: beside, fsync, rename (law 4). */
import { type Dirent, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import type { Encoded, FileStamp, LiveTree } from '../ports.ts';
import { guarded, outputFault, syncFileSystem, writeFileWhole } from './disk.ts';
import { encodingOf, type Suffix, suffixes } from './encodings.ts';

/** Hidden, so that no server serves it; beside its file, so that renaming never crosses file systems. */
const stagedSuffix = '.xinglin-staged';

/** Folders made durable at once: what waits together becomes one commit of the file system's journal. */
const settledAtOnce = 16;

/**
 * Opens a folder as a tree; made where missing. An `unread` one is served to nobody yet.
 * @throws OutputFault from every method that cannot write.
 */
export function openLiveTree(root: string, { unread = false } = {}): LiveTree {
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    throw outputFault(root, error as NodeJS.ErrnoException);
  }
  return new DiskTree(root, unread);
}

class DiskTree implements LiveTree {
  readonly root: string;
  readonly unread: boolean;
  readonly #touched = new Set<string>();
  /** Which encodings wait beside a file: those that do not are removed with its promotion. */
  readonly #waiting = new Map<string, Set<Suffix>>();

  constructor(root: string, unread: boolean) {
    this.root = root;
    this.unread = unread;
  }

  async stage(path: string, file: Encoded, mtime: number, { bulk = false } = {}): Promise<void> {
    const waiting = new Set<Suffix>();
    for (const suffix of suffixes) {
      const bytes = encodingOf(file, suffix);
      const staged = this.unread ? this.#file(path) + suffix : this.#stagedOf(path, suffix);
      if (bytes === undefined) {
        // What a killed pass left must not be taken for this pass's.
        if (!this.unread) rmSync(staged, { force: true });
        continue;
      }
      await guarded(staged, () => writeFileWhole(staged, bytes, { durable: !bulk, mtime }));
      waiting.add(suffix);
    }
    this.#waiting.set(path, waiting);
  }

  flush(): Promise<void> {
    return guarded(this.root, () => syncFileSystem(this.root));
  }

  async promote(path: string): Promise<void> {
    if (this.unread) return;
    const file = this.#file(path);
    const waiting = this.#waiting.get(path);
    await guarded(file, async () => {
      for (const suffix of suffixes) {
        // What another thread has staged is found on the disk.
        const there = waiting?.has(suffix) ?? isFile(this.#stagedOf(path, suffix));
        if (there) await rename(this.#stagedOf(path, suffix), file + suffix);
        else if (suffix !== '') await rm(file + suffix, { force: true });
      }
    });
    this.#waiting.delete(path);
    this.#touched.add(dirname(file));
  }

  async remove(path: string): Promise<void> {
    const file = this.#file(path);
    await guarded(file, async () => {
      for (const suffix of suffixes) await rm(file + suffix, { force: true });
    });
    this.#touched.add(dirname(file));
  }

  settle(): Promise<void> {
    return guarded(this.root, async () => {
      // The longest first: a folder that its last subfolder leaves empty goes with it, and is not looked for any more.
      const deepest = [...this.#touched].sort((a, b) => b.length - a.length);
      const folders = deepest.filter((folder) => !this.#prune(folder));
      this.#touched.clear();
      for (let at = 0; at < folders.length; at += settledAtOnce) {
        await Promise.all(folders.slice(at, at + settledAtOnce).map(syncFolder));
      }
    });
  }

  async sweep(): Promise<void> {
    this.#waiting.clear();
    await this.drop(await this.leftovers());
  }

  leftovers(): Promise<string[]> {
    return guarded(this.root, async () => {
      const found: string[] = [];
      const folders = [this.root];
      for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of await entriesOf(folder)) {
          if (entry.isDirectory()) folders.push(join(folder, entry.name));
          else if (entry.name.endsWith(stagedSuffix)) found.push(join(folder, entry.name));
        }
      }
      return found;
    });
  }

  async drop(leftovers: readonly string[]): Promise<void> {
    for (const file of leftovers) await guarded(file, () => rm(file, { force: true }));
  }

  stampOf(path: string): FileStamp | undefined {
    const found = statSync(this.#file(path), { throwIfNoEntry: false });
    return found?.isFile() ? { size: found.size, mtime: Math.floor(found.mtimeMs / 1000) } : undefined;
  }

  /** Removes a folder that became empty, and its parents; answers whether it is gone. */
  #prune(folder: string): boolean {
    let at = folder;
    while (relative(this.root, at) !== '' && !relative(this.root, at).startsWith(`..${sep}`)) {
      if (statSync(at, { throwIfNoEntry: false }) !== undefined) {
        if (readdirSync(at).length > 0) break;
        rmdirSync(at);
      }
      at = dirname(at);
    }
    return at !== folder;
  }

  #file(path: string): string {
    return join(this.root, fileOf(path));
  }

  #stagedOf(path: string, suffix: Suffix): string {
    const file = this.#file(path);
    return join(dirname(file), `.${basename(file)}${suffix}${stagedSuffix}`);
  }
}

/** A folder may vanish while it is walked. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
