/** Opens everything that a publisher works with, under its lock, and closes it in order. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import type { DataPaths } from '../../settings.ts';
import { OutputFault } from '../faults.ts';
import type { Bundle, Cms, LiveTree, Log, State } from '../ports.ts';
import type { Workshop } from '../workshop.ts';
import { openLiveTree } from './live-tree.ts';
import { acquireLock } from './lock.ts';
import { mediaStore } from './media-store.ts';
import { openState } from './state.ts';

export interface OpenWorkshop extends Workshop {
  close(): void;
}

/**
 * Takes the lock, opens state, snapshot and live tree, and doubts every live file that is not what we wrote.
 * @throws LockFault, OutputFault
 */
export async function openWorkshop(
  paths: DataPaths,
  bundle: Bundle,
  cms: Cms,
  log: Log,
): Promise<OpenWorkshop> {
  const lock = acquireLock(join(paths.publisher, 'publisher.lock'));
  const opened: { close(): void }[] = [{ close: () => lock.release() }];
  const close = () => {
    for (const one of opened.reverse()) one.close();
  };
  try {
    const state = openState(paths.publisherState);
    opened.push(state);
    const snapshot = openOwnSnapshot(paths.snapshot);
    opened.push(snapshot);
    const live = openLiveTree(paths.live);
    await live.sweep();
    doubtStrangers(state, live, log);
    const media = mediaStore({ cms, derivatives: paths.derivatives, live: paths.live });
    return { bundle, snapshot, state, live, media, log, now: () => new Date(), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens the snapshot for writing; made where missing. */
export function openOwnSnapshot(file: string): WritableSnapshot {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSnapshot(file, { readOnly: false });
  } catch (error) {
    throw new OutputFault(
      `内容快照 ${file} 打不开：${(error as Error).message}`,
      '请检查这个文件夹的权限和磁盘空间；若文件损坏，可删除它，会从管理后台重新取得。',
    );
  }
}

/** A file that is missing, or of another size or time, was changed by somebody else: it is made again. */
function doubtStrangers(state: State, live: LiveTree, log: Log): void {
  const strangers = [...state.files().values()].filter(({ path, size, mtime }) => {
    const found = live.stampOf(path);
    return found?.size !== size || found.mtime !== mtime;
  });
  if (strangers.length === 0) return;
  state.doubt(strangers);
  log('warn', 'files-changed', `有 ${strangers.length} 个网站文件不是发布程序写下的样子，将重新生成`, {
    files: strangers.length,
    first: strangers[0]?.path ?? '',
  });
}
