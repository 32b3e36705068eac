/** A tree on a disk. Readers see each file's old bytes or its new ones: beside, fsync, rename (law 4). */
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import type { Encoded, FileStamp, LiveTree } from '../ports.ts';
import { guarded, outputFault, syncFileSystem, writeFileWhole } from './disk.ts';
import { encodingOf, type Suffix, suffixes } from './encodings.ts';

/** Hidden, so that no server serves it; beside its file, so that renaming never crosses file systems. */
const stagedSuffix = '.xinglin-staged';

/**
 * Opens a folder as a tree; made where missing.
 * @throws OutputFault from every method that cannot write.
 */
export function openLiveTree(root: string): LiveTree {
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    throw outputFault(root, error as NodeJS.ErrnoException);
  }
  return new DiskTree(root);
}

class DiskTree implements LiveTree {
  readonly root: string;
  readonly #touched = new Set<string>();
  /** Which encodings wait beside a file: those that do not are removed with its promotion. */
  readonly #waiting = new Map<string, Set<Suffix>>();

  constructor(root: string) {
    this.root = root;
  }

  async stage(path: string, file: Encoded, mtime: number, { bulk = false } = {}): Promise<void> {
    const waiting = new Set<Suffix>();
    for (const suffix of suffixes) {
      const bytes = encodingOf(file, suffix);
      if (bytes === undefined) continue;
      const staged = this.#stagedOf(path, suffix);
      await guarded(staged, () => writeFileWhole(staged, bytes, { durable: !bulk, mtime }));
      waiting.add(suffix);
    }
    this.#waiting.set(path, waiting);
  }

  flush(): Promise<void> {
    return guarded(this.root, () => syncFileSystem(this.root));
  }

  async promote(path: string): Promise<void> {
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
      for (const folder of this.#touched) {
        if (this.#prune(folder)) continue;
        const handle = await open(folder, 'r');
        await handle.sync().finally(() => handle.close());
      }
      this.#touched.clear();
    });
  }

  async sweep(): Promise<void> {
    this.#waiting.clear();
    await guarded(this.root, async () => {
      for (const entry of await readdir(this.root, { recursive: true, withFileTypes: true })) {
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

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
