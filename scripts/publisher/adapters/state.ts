/** publisher.db: what the publisher knows of the live tree and its releases, and what it still has to tell. */
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { OutputFault } from '../faults.ts';
import type { State } from '../ports.ts';
import { StateDatabase } from './state-database.ts';
import { StateDesk } from './state-desk.ts';
import { StateFiles } from './state-files.ts';
import { StatePast } from './state-past.ts';
import { StateReleases } from './state-releases.ts';
import { stateFormat, stateTables } from './state-tables.ts';

export type OpenState = State & { close(): void };

/**
 * Opens the publisher's state; made where missing, and anew where it is of another format: all of it can be
 * had again by rendering. `:memory:` forgets everything at the end.
 * @throws OutputFault where it cannot be opened.
 */
export function openState(file: string): OpenState {
  try {
    return stateOf(openDatabase(file) ?? openAnew(file));
  } catch (error) {
    throw new OutputFault(
      `发布记录 ${file} 打不开：${(error as Error).message}`,
      '请检查这个文件夹的权限和磁盘空间；若文件损坏，可删除它，下次发布会整站重做。',
    );
  }
}

/** Undefined where the file is of another format. */
function openDatabase(file: string): StateDatabase | undefined {
  const opened = new DatabaseSync(file);
  try {
    opened.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;',
    );
    opened.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;');
    const database = new StateDatabase(opened);
    const format = database.meta('format');
    if (format !== undefined && format !== stateFormat) {
      opened.close();
      return undefined;
    }
    opened.exec(stateTables);
    database.setMeta('format', stateFormat);
    return database;
  } catch (error) {
    if (opened.isOpen) opened.close();
    throw error;
  }
}

function openAnew(file: string): StateDatabase {
  for (const part of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(part)) rmSync(part);
  const database = openDatabase(file);
  if (database === undefined) throw new Error(`it is still of another format than ${stateFormat}`);
  return database;
}

function stateOf(database: StateDatabase): OpenState {
  const files = new StateFiles(database);
  const releases = new StateReleases(database);
  const past = new StatePast(database);
  const desk = new StateDesk(database);
  return {
    file: (path) => files.file(path),
    files: () => files.files(),
    filesAfter: (path, limit) => files.filesAfter(path, limit),
    moved: () => files.moved(),
    unsure: () => files.unsure(),
    isUnknown: (path) => files.isUnknown(path),
    doubt: (entries) => files.doubt(entries),
    forgetViews: () => files.forgetViews(),
    nextStamp: (now) => files.nextStamp(now),
    retiredSince: (path) => files.retiredSince(path),
    tree: () => files.tree(),
    keptTree: () => files.keptTree(),
    forgetKeptTree: () => files.forgetKeptTree(),
    lastRelease: () => releases.lastRelease(),
    release: (number) => releases.release(number),
    releases: (limit) => releases.releases(limit),
    causes: (release) => releases.causes(release),
    changedIn: (release) => releases.changedIn(release),
    fileAt: (path, release) => releases.fileAt(path, release),
    changedAfter: (release) => releases.changedAfter(release),
    changedBetween: (after, upTo) => releases.changedBetween(after, upTo),
    unpin: () => releases.unpin(),
    manifest: (release) => releases.manifest(release),
    pinned: () => releases.pinned(),
    finish: (done) => releases.finish(done),
    forgetReleases: (keep) => past.forgetReleases(keep),
    isNamed: (object) => past.isNamed(object),
    pastOf: (path) => past.pastOf(path),
    isShown: (sha256) => past.isShown(sha256),
    pastObjects: (origin) => past.pastObjects(origin),
    marked: (marks) => past.marked(marks),
    pathsNow: (object) => past.pathsNow(object),
    pathsEver: (object) => past.pathsEver(object),
    pathsMadeOf: (sha256) => past.pathsMadeOf(sha256),
    replacePast: (objects) => past.replacePast(objects),
    dropPastMedia: (sha256s) => past.dropPastMedia(sha256s),
    purges: () => past.purges(),
    purged: (id) => past.purged(id),
    quarantined: () => desk.quarantined(),
    quarantine: (items, released) => desk.quarantine(items, released),
    findings: () => desk.findings(),
    outbox: () => desk.outbox(),
    sent: (id) => desk.sent(id),
    close: () => database.close(),
  };
}
