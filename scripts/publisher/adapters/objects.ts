/** The object store on a disk: `objects/<ab>/<sha256>`, with `.gz` and `.br` beside. Files are never changed. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { type ObjectDigest, objectDigest } from '@xinglin/shared/digest.js';
import { OutputFault } from '../faults.ts';
import type { Encoded, ObjectStore } from '../ports.ts';
import { guarded, syncFileSystem, writeFileWhole } from './disk.ts';
import { encodingOf, suffixes } from './encodings.ts';

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

  async keep(object: ObjectDigest, file: Encoded, { bulk = false } = {}): Promise<void> {
    if (this.has(object)) return;
    const target = this.#file(object);
    await guarded(target, async () => {
      // The bytes themselves come last: an object that is there is there with its encodings.
      for (const suffix of suffixes.toReversed()) {
        const bytes = encodingOf(file, suffix);
        if (bytes === undefined) continue;
        // Two pages may have the same bytes, and be made at once, also in other threads.
        this.#made += 1;
        const beside = join(
          dirname(target),
          `.${basename(target)}${suffix}.${threadId}-${this.#made}${besideSuffix}`,
        );
        await writeFileWhole(beside, bytes, { durable: !bulk });
        await rename(beside, target + suffix);
      }
    });
  }

  flush(): Promise<void> {
    return guarded(this.#root, () => syncFileSystem(this.#root));
  }

  async read(object: ObjectDigest): Promise<Encoded> {
    const bytes = await this.peek(object);
    if (bytes === undefined || objectDigest(bytes) !== object) {
      throw new OutputFault(
        `存档里的文件 ${object} ${bytes === undefined ? '不见了' : '和它的校验值不符'}。网站没有改动。`,
        '请从备份恢复 publisher/objects，或用 pnpm publish-site --full 重新生成全部页面。',
      );
    }
    const gz = await readIfThere(`${this.#file(object)}.gz`);
    const br = await readIfThere(`${this.#file(object)}.br`);
    return { bytes, ...(gz && { gz }), ...(br && { br }) };
  }

  peek(object: ObjectDigest): Promise<Uint8Array | undefined> {
    return readIfThere(this.#file(object));
  }

  async remove(object: ObjectDigest): Promise<void> {
    const target = this.#file(object);
    await guarded(target, async () => {
      for (const suffix of suffixes) await rm(target + suffix, { force: true });
    });
  }

  async *all(): AsyncIterable<ObjectDigest> {
    for await (const { name } of this.#files()) if (/^[0-9a-f]{64}$/.test(name)) yield name as ObjectDigest;
  }

  async sweep(): Promise<void> {
    for await (const { name, file } of this.#files()) {
      if (name.endsWith(besideSuffix)) await guarded(file, () => rm(file, { force: true }));
    }
  }

  async *#files(): AsyncIterable<{ name: string; file: string }> {
    for (const folder of await foldersIn(this.#root)) {
      for (const name of await readdir(join(this.#root, folder))) {
        yield { name, file: join(this.#root, folder, name) };
      }
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
