/**
 * One publisher per data folder. An exclusive transaction on a small SQLite file is the lock: it frees
 * itself within 80 ms of a kill and survives a blocked event loop (DESIGN.md section 5).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { blameDisk, LockFault, OutputFault } from '../faults.ts';

export interface Lock {
  release(): void;
}

/** Handles that hold a lock: without a reference the collector would close one and let a second publisher in. */
const held = new Set<DatabaseSync>();

/** @throws LockFault naming the process that holds the lock. */
export function acquireLock(file: string): Lock {
  const pidFile = `${file}.pid`;
  const database = openLock(file);
  try {
    database.exec('PRAGMA busy_timeout = 300; BEGIN EXCLUSIVE;');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== 5) throw blameDisk(error);
    const pid = readPid(pidFile);
    throw new LockFault(
      `另一个发布程序（进程 ${pid ?? '未知'}）正在发布这个站点，不能同时发布两次。`,
      '它会自动发布新内容，通常不需要做什么；一定要手动发布时，请先停止它（例如停止 npm start）。',
      pid,
    );
  }
  held.add(database);
  writeFileSync(pidFile, String(process.pid));
  return {
    release() {
      rmSync(pidFile, { force: true });
      database.close();
      held.delete(database);
    },
  };
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

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
