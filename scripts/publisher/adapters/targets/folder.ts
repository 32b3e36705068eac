/** A folder of this machine as a target: another disk, a network drive. */
import { constants } from 'node:fs';
import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { sha256 } from '@xinglin/shared/digest.js';
import { type Target, TargetFault } from '../../targets.ts';

/** Hidden, so that no server serves it. */
export const markFile = '.xinglin-mirror';

/** Made where missing. */
export function folderTarget(folder: string): Target {
  const at = (file: string) => join(folder, file);
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw folderFault(folder, error as NodeJS.ErrnoException);
    }
  };
  return {
    name: folder,
    mark: () => guarded(async () => (await textOf(at(markFile)))?.trim()),
    list: () => guarded(async () => new Set((await filesBelow(folder)).filter((file) => file !== markFile))),
    differing: (root, files) =>
      guarded(async () => {
        const other = new Set<string>();
        await severalAtOnce(files, async (file) => {
          if ((await digestOf(join(root, file))) !== (await digestOf(at(file)))) other.add(file);
        });
        return files.filter((file) => other.has(file));
      }),
    put: (root, files) =>
      guarded(async () => {
        // All beside their places first: what can fail fails before anything is seen.
        const parents = [...new Set(files.map((file) => dirname(at(file))))];
        await severalAtOnce(parents, (parent) => mkdir(parent, { recursive: true }));
        await severalAtOnce(files, (file) => copyBeside(join(root, file), at(file)));
        await severalAtOnce(files, (file) => rename(besideOf(at(file)), at(file)));
        await severalAtOnce(parents, sync);
      }),
    remove: (files, folders) =>
      guarded(async () => {
        for (const file of files) await rm(at(file), { force: true });
        // A leftover's own folder goes with it.
        for (const one of [...new Set(files.map((file) => dirname(file))), ...folders]) {
          if (folders.includes(one) || basename(one).startsWith('.')) await removeEmpty(at(one));
        }
      }),
    finish: (mark) =>
      guarded(async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(besideOf(at(markFile)), `${mark}\n`);
        await sync(besideOf(at(markFile)));
        await rename(besideOf(at(markFile)), at(markFile));
        await sync(folder);
      }),
  };
}

/** Enough to keep a disk busy. The first failure ends it, once the others under way have ended. */
async function severalAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const hands = Array.from({ length: 8 }, async () => {
    for (const item of left) await work(item);
  });
  const ends = await Promise.allSettled(hands);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function besideOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.xinglin-new`);
}

/** Bytes and time, so that a server there tells versions apart as one here does. */
async function copyBeside(source: string, file: string): Promise<void> {
  const { mtime } = await stat(source);
  const beside = besideOf(file);
  await copyFile(source, beside, constants.COPYFILE_FICLONE);
  const handle = await open(beside, 'r+');
  try {
    await handle.chmod(0o644);
    await handle.utimes(mtime, mtime);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sync(place: string): Promise<void> {
  const handle = await open(place, 'r');
  await handle.sync().finally(() => handle.close());
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function digestOf(file: string): Promise<string | undefined> {
  try {
    return sha256(await readFile(file));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

const remedies: Record<string, string> = {
  ENOSPC: '目标磁盘没有空间了：请腾出空间后再运行。',
  EDQUOT: '目标磁盘的配额用完了：请腾出空间后再运行。',
  EROFS: '目标是只读的：请换一个可写的位置，或重新挂载。',
  EACCES: '请让运行这个命令的用户可以写目标文件夹。',
  EPERM: '请让运行这个命令的用户可以写目标文件夹。',
  ENOTDIR: '路径中间有一个同名的文件：请移走它，或换一个文件夹。',
  EISDIR: '这里有一个同名的文件夹：请移走它。',
};

function folderFault(folder: string, error: NodeJS.ErrnoException): TargetFault {
  return new TargetFault(
    `同步到 ${folder} 没有完成：${error.message}`,
    remedies[error.code ?? ''] ?? '请检查这个位置后再运行；已有的文件都是完整的，再次运行会接着做。',
  );
}
