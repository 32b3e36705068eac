/** Faults of publishing: what happened, to which thing, and the remedy. Each leaves the live site untouched. */
import { CommandFault } from '../cli.ts';

/** The CMS did not answer as it should. */
export class CmsFault extends CommandFault {
  /** Whether waiting helps: a wrong token does not mend itself within seconds, but may be mended. */
  readonly reason: 'unreachable' | 'refused' | 'failed';
  /** Seconds that the CMS asks us to stay away. */
  readonly retryAfter: number | undefined;
  constructor(reason: CmsFault['reason'], message: string, remedy: string, retryAfter?: number) {
    super(message, remedy);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

/** The feed as a whole cannot be trusted. */
export class SyncFault extends CommandFault {}

/** A brake held: going on would take away more than one expects (law 5). */
export class BrakeFault extends CommandFault {}

/** The folder that is served, or the publisher's own, cannot be written. */
export class OutputFault extends CommandFault {}

/** Another process works on this data folder: exit code 3. */
export class LockFault extends CommandFault {
  readonly pid: number | undefined;
  constructor(message: string, remedy: string, pid: number | undefined) {
    super(message, remedy, 3);
    this.pid = pid;
  }
}

/** The site's bundle is missing, or does not do what it promises. */
export class BundleFault extends CommandFault {}

/** What a disk that is full, read-only or failing makes of SQLite (result codes 8, 10, 13, 14) and of the file system. */
const disk: Readonly<Record<string, string>> = {
  8: '这个位置是只读的：请检查权限和磁盘。',
  10: '磁盘读写出错，常因没有空间：请检查磁盘。',
  13: '磁盘没有空间了：请腾出空间，之后会自动继续。',
  14: '文件建不出来：磁盘的空间或文件数可能用完了，也可能没有权限。请检查，之后会自动继续。',
  ENOSPC: '磁盘没有空间了：请腾出空间，之后会自动继续。',
  EDQUOT: '磁盘配额用完了：请腾出空间，之后会自动继续。',
  EROFS: '磁盘变成只读的了：请检查磁盘。',
  EACCES: '请让运行发布程序的用户可以写数据文件夹。',
};

/** The error as an `OutputFault` where the disk is to blame, wherever it struck; any other error as it is. */
export function blameDisk(error: unknown): unknown {
  if (error instanceof CommandFault || !(error instanceof Error)) return error;
  const { code, errcode } = error as { code?: string; errcode?: number };
  // The low byte is SQLite's primary result code; the rest tells the occasion.
  const remedy = disk[errcode === undefined ? (code ?? '') : errcode & 0xff];
  if (remedy === undefined) return error;
  return new OutputFault(`发布程序的数据写不下去（${error.message}）。网站还是原来的样子。`, remedy);
}
