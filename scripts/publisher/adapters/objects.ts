/** The object store on a disk: `objects/<ab>/<sha256>`. Files are never changed. */
import { existsSync, renameSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { type ObjectDigest, objectDigest } from '@xinglin/shared/digest.js';
import { OutputFault } from '../faults.ts';
import type { ObjectStore } from '../ports.ts';
import { guarded, syncFileSystem, writeFileWhole } from './disk.ts';

/** Hidden files under way. */
const besideSuffix = '.xinglin-kept';

/** Opens a folder as an object store; it is made with its first object. */
export function openObjects(root: string): ObjectStore {
  return new DiskObjects(root);
}

class DiskObjects implements ObjectStore {
  readonly #root: string;
  #made = 0;

  constructor(root: string) {
    this.#root = root;
  }

  has(object: ObjectDigest): boolean {
    return existsSync(this.#file(object));
  }

  async keep(object: ObjectDigest, bytes: Uint8Array, { bulk = false } = {}): Promise<void> {
    if (this.has(object)) return;
    const target = this.#file(object);
    // Two pages may have the same bytes, and be made at once, also in other threads.
    this.#made += 1;
    const beside = join(dirname(target), `.${basename(target)}.${threadId}-${this.#made}${besideSuffix}`);
    await guarded(target, async () => {
      await writeFileWhole(beside, bytes, { durable: !bulk });
      // In this turn where nothing is waited for: for very many files the promises cost more than the renaming.
      if (bulk) renameSync(beside, target);
      else await rename(beside, target);
    });
  }

  flush(): Promise<void> {
    return guarded(this.#root, () => syncFileSystem(this.#root));
  }

  async read(object: ObjectDigest): Promise<Uint8Array> {
    const bytes = await this.peek(object);
    if (bytes === undefined || objectDigest(bytes) !== object) {
      throw new OutputFault(
        `存档里的文件 ${object} ${bytes === undefined ? '不见了' : '和它的校验值不符'}。网站没有改动。`,
        '请从备份恢复 publisher/objects，或用 pnpm publish-site --full 重新生成全部页面。',
      );
    }
    return bytes;
  }

  peek(object: ObjectDigest): Promise<Uint8Array | undefined> {
    return readIfThere(this.#file(object));
  }

  async remove(object: ObjectDigest): Promise<void> {
    const target = this.#file(object);
    await guarded(target, () => rm(target, { force: true }));
  }

  folders(): Promise<string[]> {
    return foldersIn(this.#root);
  }

  async sweep(folder: string, wanted: (object: ObjectDigest) => boolean): Promise<void> {
    for (const name of await readdir(join(this.#root, folder))) {
      if (/^[0-9a-f]{64}$/.test(name) && wanted(name as ObjectDigest)) continue;
      const file = join(this.#root, folder, name);
      await guarded(file, () => rm(file, { force: true }));
    }
  }

  #file(object: ObjectDigest): string {
    return join(this.#root, object.slice(0, 2), object);
  }
}

async function foldersIn(root: string): Promise<string[]> {
  try {
    return (await readdir(root)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
