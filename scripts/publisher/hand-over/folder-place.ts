/** A hand-over in a folder: rsync, a share or an artefact upload takes it further. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HandOverFault } from './manifest.ts';
import type { HandOverPlace } from './places.ts';

export function folderPlace(root: string): HandOverPlace {
  return {
    name: root,
    read: (name) => missingAllowed(root, () => readFile(join(root, name))),
    sizeOf: (name) => missingAllowed(root, async () => (await stat(join(root, name))).size),
    write: (name, bytes) => guarded(root, () => writeWhole(join(root, name), bytes)),
    remove: (name) => guarded(root, () => rm(join(root, name), { force: true })),
  };
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

async function missingAllowed<Value>(root: string, work: () => Promise<Value>): Promise<Value | undefined> {
  return guarded(root, async () => {
    try {
      return await work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  });
}

async function guarded<Value>(root: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HandOverFault(
      `文件夹 ${root} 不能读写（${code ?? message}）。`,
      '请检查权限和磁盘空间，再运行一次。',
    );
  }
}
