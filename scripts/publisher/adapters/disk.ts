/** Writing to a disk: whole files, durable on demand, and faults that say what to do. */
import { execFile } from 'node:child_process';
import { closeSync, existsSync, futimesSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { OutputFault } from '../faults.ts';

/**
 * Writes a new file with all its bytes; `durable` waits for the disk. What need not wait is written in this turn:
 * it only goes to memory, and for very many small files the promises cost more than the writing.
 */
export async function writeFileWhole(
  file: string,
  bytes: Uint8Array,
  { durable, mtime }: { durable: boolean; mtime?: number },
): Promise<void> {
  if (!durable) return writeToMemory(file, bytes, mtime);
  const handle = await openMakingFolder(file);
  try {
    await handle.writeFile(bytes);
    if (mtime !== undefined) await handle.utimes(mtime, mtime);
    if (durable) await handle.sync();
  } finally {
    await handle.close();
  }
}

function writeToMemory(file: string, bytes: Uint8Array, mtime: number | undefined): void {
  const folder = dirname(file);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const handle = openSync(file, 'w', 0o644);
  try {
    writeFileSync(handle, bytes);
    if (mtime !== undefined) futimesSync(handle, mtime, mtime);
  } finally {
    closeSync(handle);
  }
}

async function openMakingFolder(file: string) {
  try {
    return await open(file, 'w', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(file), { recursive: true });
    return open(file, 'w', 0o644);
  }
}

const run = promisify(execFile);

/** Waits until everything written to the file system of a folder is on the disk: once, for very many files. */
export async function syncFileSystem(folder: string): Promise<void> {
  await run('sync', ['--file-system', folder]);
}

/** Runs work on a file; what the disk refuses becomes an `OutputFault`. */
export async function guarded<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof OutputFault ? error : outputFault(file, error as NodeJS.ErrnoException);
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

/** What the disk refused, and the remedy. */
export function outputFault(file: string, error: NodeJS.ErrnoException): OutputFault {
  return new OutputFault(
    `不能写入 ${file}（${error.code ?? error.message}）。网站还是原来的样子。`,
    remedies[error.code ?? ''] ?? '请检查这个位置后再发布。',
  );
}
