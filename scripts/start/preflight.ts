/** What can be known before anything is started: a usable password, ports free, the data folder writable, room on the disk. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { NotifySettingsFault, readNotifySettings } from '@xinglin/shared/notify-settings.js';
import { passwordProblem } from '@xinglin/shared/password.js';
import { CommandFault } from '../cli.ts';
import { acquireLock, type Lock } from '../publisher/adapters/lock.ts';
import type { Settings } from '../settings.ts';

/** Bytes below which a start is refused: the database, the pictures and one whole site must fit. */
const roomNeeded = 500 * 1024 * 1024;

/**
 * Answers the lock that keeps a second newsroom off the data folder for as long as this one runs.
 * @throws CommandFault with a sentence for the first thing that is in the way.
 */
export async function preflight(settings: Settings): Promise<Lock> {
  passwordUsable(settings.adminPassword);
  notifyUsable(settings.notify);
  portsDiffer(settings);
  dataFolderUsable(settings.dataDir);
  const lock = acquireLock(join(settings.dataDir, 'start.lock'));
  try {
    await nothingInTheWay(settings);
  } catch (error) {
    lock.release();
    throw error;
  }
  return lock;
}

async function nothingInTheWay(settings: Settings): Promise<void> {
  // A publisher that runs by itself, or a publish under way.
  acquireLock(join(settings.paths.publisher, 'publisher.lock')).release();
  // Asked for as the publisher will ask: every address of the machine, of both families.
  await portFree(settings.sitePort, undefined, '网站', 'XINGLIN_SITE_PORT');
  await portFree(settings.cmsPort, settings.cmsHost, '管理后台', 'XINGLIN_CMS_PORT');
  const { number, chosen } = settings.counterPort;
  if (settings.counter && chosen) await portFree(number, '127.0.0.1', '浏览计数', 'XINGLIN_COUNTER_PORT');
}

function passwordUsable(password: string | undefined): void {
  const problem = password === undefined ? undefined : passwordProblem(password);
  if (problem === undefined) return;
  throw new CommandFault(
    `XINGLIN_ADMIN_PASSWORD 不能用：${problem}。`,
    '请换一个再启动，或不设它（自动生成一个，只显示一次）。',
    2,
  );
}

function notifyUsable(notify: Record<string, string>): void {
  try {
    readNotifySettings(notify);
  } catch (error) {
    if (!(error instanceof NotifySettingsFault)) throw error;
    throw new CommandFault(error.message, error.remedy, 2);
  }
}

function portsDiffer({ sitePort, cmsPort, counter, counterPort }: Settings): void {
  const ports = [
    ['网站', sitePort, 'XINGLIN_SITE_PORT'],
    ['管理后台', cmsPort, 'XINGLIN_CMS_PORT'],
    ...(counter ? [['浏览计数', counterPort.number, 'XINGLIN_COUNTER_PORT'] as const] : []),
  ] as const;
  for (const [index, [what, port, variable]] of ports.entries()) {
    const same = ports.slice(0, index).find(([, other]) => other === port);
    if (same === undefined) continue;
    throw new CommandFault(
      `${same[0]}和${what}不能用同一个端口 ${port}。`,
      `请给其中一个换一个端口：${variable}=${port + 1} npm start`,
      2,
    );
  }
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

function portFree(port: number, host: string | undefined, what: string, variable: string): Promise<void> {
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
    probe.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () =>
      probe.close(() => resolve()),
    );
  });
}
