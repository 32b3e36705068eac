/** Opens everything that a publisher works with, under its lock, and closes it in order. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Delta, itemOf } from '@xinglin/shared/delta.js';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import type { DataPaths } from '../../data-paths.ts';
import { OutputFault } from '../faults.ts';
import type { Bundle, Cms, Log, State, Trees } from '../ports.ts';
import type { StatusRow } from '../rules.ts';
import { Turns } from '../turns.ts';
import type { Workshop } from '../workshop.ts';
import { acquireLock } from './lock.ts';
import { mediaStore } from './media-store.ts';
import { openObjects } from './objects.ts';
import { renderPool } from './pool.ts';
import { writePublishedIds } from './published-ids.ts';
import { writeRules } from './rules-files.ts';
import { openState } from './state.ts';
import { openTrees } from './trees.ts';

export interface OpenWorkshop extends Workshop {
  close(): void;
}

/** How many releases are kept where nobody says otherwise. */
const defaultKeep = 50;

/**
 * Takes the lock, opens state, snapshot, objects and trees. A tree that no release stands in is not served.
 * @throws LockFault, OutputFault
 */
export async function openWorkshop(
  paths: DataPaths,
  bundle: Bundle,
  cms: Cms,
  log: Log,
  { keepReleases = defaultKeep }: { keepReleases?: number } = {},
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
    const trees = openTrees(paths.live, paths.trees);
    await serveRecorded(state, trees);
    const rules = (rows: readonly StatusRow[]) => tellServers(paths.rules, rows, log);
    const tellCounter = async (changed: Delta | 'anything') => {
      if (changed !== 'anything' && !articlesCameOrWent(changed)) return;
      await writePublishedIds(paths.publishedIds, snapshot.ids('article'));
    };
    // A publisher that was killed behind its release row may not have told them yet.
    if (state.lastRelease() !== undefined) {
      await rules(state.moved());
      await tellCounter('anything');
    }
    return {
      ...{ bundle, snapshot, state, trees, log, keepReleases, close },
      objects: openObjects(paths.objects),
      ...(bundle.entry !== undefined && {
        makers: renderPool({ entry: bundle.entry, snapshot: paths.snapshot, objects: paths.objects }),
      }),
      media: mediaStore({ cms, derivatives: paths.derivatives, live: paths.live }),
      writeRules: rules,
      tellCounter,
      turns: new Turns(),
      now: () => new Date(),
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function tellServers(folder: string, rows: readonly StatusRow[], log: Log): Promise<void> {
  const { changed, refused } = await writeRules(folder, rows);
  if (changed.length > 0) {
    log('info', 'rules-written', '网址跳转和撤下规则已更新', { files: changed.join(' ') });
  }
  for (const { path } of refused) log('warn', 'rule-refused', `${path} 写不成服务器规则，由跳转页代替`);
}

/** Any other change of an article is nothing to the view counter. */
function articlesCameOrWent(delta: Delta): boolean {
  return delta.some(
    ({ type, before, after }) =>
      type === 'article' && (itemOf(before) === undefined) !== (itemOf(after) === undefined),
  );
}

/** Killed between serving a tree and recording it: the recorded one is whole, and the next pass goes on from it. */
async function serveRecorded(state: State, trees: Trees): Promise<void> {
  const recorded = state.tree();
  if (recorded === undefined || recorded === trees.current) return;
  if (trees.numbers().includes(recorded)) await trees.serve(recorded);
  else state.doubt([...state.files()]);
}

/** Opens the snapshot for writing; made where missing, and anew where it is of an older format. */
export function openOwnSnapshot(file: string): WritableSnapshot {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSnapshot(file, { readOnly: false, anew: true });
  } catch (error) {
    throw new OutputFault(
      `内容快照 ${file} 打不开：${(error as Error).message}`,
      '请检查这个文件夹的权限和磁盘空间；若文件损坏，可删除它，会从管理后台重新取得。',
    );
  }
}
