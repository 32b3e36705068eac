/** What can be known before anything is started: ports free, the data folder writable, room on the disk. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { CommandFault } from '../cli.ts';
import type { Settings } from '../settings.ts';

/** Bytes below which a start is refused: the database, the pictures and one whole site must fit. */
const roomNeeded = 500 * 1024 * 1024;

/** @throws CommandFault with a sentence for the first thing that is in the way. */
export async function preflight(settings: Settings): Promise<void> {
  await portFree(settings.sitePort, '0.0.0.0', '网站', 'XINGLIN_SITE_PORT');
  await portFree(settings.cmsPort, settings.cmsHost, '管理后台', 'XINGLIN_CMS_PORT');
  dataFolderUsable(settings.dataDir);
}

function dataFolderUsable(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CommandFault(
      `数据文件夹 ${folder} 不能写入（${(error as NodeJS.ErrnoException).code}）。`,
      '请改它的权限，或用 XINGLIN_DATA_DIR 指定另一个文件夹。',
    );
  }
  const { bavail, bsize } = statfsSync(folder);
  const problem = roomProblem(folder, bavail * bsize);
  if (problem !== undefined) throw problem;
}

/** What is to be said of a disk with so many bytes free. */
export function roomProblem(folder: string, free: number): CommandFault | undefined {
  if (free >= roomNeeded) return undefined;
  return new CommandFault(
    `磁盘空间不够：${folder} 所在的磁盘只剩 ${Math.floor(free / 1024 / 1024)} MB，至少需要 ${roomNeeded / 1024 / 1024} MB。`,
    '请清理磁盘，或用 XINGLIN_DATA_DIR 换一块磁盘。',
  );
}

/** One level at a time: `mkdirSync`'s own recursion never returns where a parent refuses with ENOENT (as /proc does). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function portFree(port: number, host: string, what: string, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new CommandFault(
          taken
            ? `${what}要用的端口 ${port} 已被别的程序占用。`
            : `${what}不能使用端口 ${port}（${error.code}）。`,
          `请关掉占用它的程序，或换一个端口：${variable}=${port + 1} npm start`,
        ),
      );
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}
