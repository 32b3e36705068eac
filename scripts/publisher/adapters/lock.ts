/**
 * One process at a time. An exclusive transaction on a small SQLite file is the lock: the kernel holds it for
 * the process, however long that is suspended or its event loop blocked, and frees it when the process ends,
 * whatever ended it (DESIGN.md section 5).
 */
import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { blameDisk, LockFault, OutputFault } from '../faults.ts';
import { type Holder, livesHere, readHolder, removeHolder, thisProcess, writeHolder } from './holder.ts';

export interface Lock {
  release(): void;
}

/** Handles that hold a lock: without a reference the collector would close one and let a second process in. */
const held = new Set<DatabaseSync>();

/** Milliseconds that SQLite itself tries for. */
const patience = 300;
/** How often it is tried again where the holder has not written its name yet, or has just ended. */
const attempts = 5;
/** Milliseconds within which a process that lets go of its locks is gone. */
const leaving = 2_000;

const remedy =
  '它会自动发布新内容，通常不需要做什么；一定要自己来时，请先停止它（例如在运行 npm start 的窗口按 Ctrl-C）。';

/** @throws LockFault naming the process that holds the lock; OutputFault where the folder cannot be used. */
export function acquireLock(file: string): Lock {
  const nameFile = `${file}.holder`;
  const database = openLock(file);
  try {
    begin(database, nameFile);
    const other = readHolder(nameFile);
    // The lock is ours: whoever is still named has ended, unless this place does not hold locks at all.
    if (other !== undefined && other.pid !== process.pid && stillLives(other)) {
      throw new LockFault(
        `${nameOf(other)}，但文件夹 ${dirname(file)} 所在的磁盘不支持文件锁，拦不住第二个进程。`,
        '请停止那个进程，并把 XINGLIN_DATA_DIR 放到本机磁盘上（不要用网络盘或共享文件夹）。',
        other.pid,
      );
    }
    writeHolder(nameFile, thisProcess());
  } catch (error) {
    database.close();
    throw blameDisk(error);
  }
  held.add(database);
  return {
    release() {
      // While the lock is held nobody else can have written a name here.
      removeHolder(nameFile);
      database.close();
      held.delete(database);
    },
  };
}

/** A process that was killed just now lets go of its locks a moment before it is gone. */
function stillLives(holder: Holder): boolean {
  for (let waited = 0; waited < leaving; waited += 50) {
    if (!livesHere(holder)) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return true;
}

function begin(database: DatabaseSync, nameFile: string): void {
  database.exec(`PRAGMA busy_timeout = ${patience}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== 5) throw error;
      const holder = readHolder(nameFile);
      const certain = holder !== undefined && (livesHere(holder) || attempt === attempts);
      if (certain) throw new LockFault(`${nameOf(holder)}，不能同时运行两个。`, remedy, holder.pid);
      if (attempt < attempts) continue;
      throw new LockFault(
        '另一个进程占着发布程序的锁，但没有留下名字。',
        `${remedy}若确认没有别的进程，数据文件夹可能在不支持文件锁的网络盘上：请放到本机磁盘。`,
        undefined,
      );
    }
  }
}

function nameOf({ pid, host, command, since }: Holder): string {
  const where = host === hostname() ? '' : `（在机器 ${host} 上）`;
  return `已有一个 ${command} 在这个数据文件夹上工作：进程 ${pid}${where}，从 ${localTime(since)} 开始`;
}

function localTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '不明时间' : at.toLocaleString('zh-CN', { hour12: false });
}

function openLock(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file);
  } catch (error) {
    throw new OutputFault(
      `发布程序的文件夹 ${dirname(file)} 不能写：${(error as Error).message}`,
      '请检查 XINGLIN_DATA_DIR 指向的文件夹是否存在、是否可写、磁盘是否已满。',
    );
  }
}
