/** publisher.db for commands that only look, while the publisher may be writing it. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CommandFault } from '../../cli.ts';
import type { Files, Releases } from '../ports.ts';
import { StateDatabase } from './state-database.ts';
import { StateFiles } from './state-files.ts';
import { StatePast } from './state-past.ts';
import { StateReleases } from './state-releases.ts';
import { stateFormat } from './state-tables.ts';

export type ReadState = Pick<Files, 'file' | 'files' | 'isUnknown' | 'unsure'> &
  Pick<
    Releases,
    'lastRelease' | 'release' | 'releases' | 'causes' | 'changedIn' | 'fileAt' | 'pinned' | 'pastObjects'
  > &
  Disposable;

/** @throws CommandFault where there is no release yet, or the file is of another version of this program. */
export function readState(file: string): ReadState {
  if (!existsSync(file)) throw neverPublished();
  const opened = new DatabaseSync(file, { readOnly: true });
  opened.exec('PRAGMA busy_timeout = 5000');
  const database = new StateDatabase(opened);
  const close = () => database.close();
  if (!hasFormat(database)) {
    close();
    throw new CommandFault(
      `发布记录 ${file} 是另一个版本的格式。`,
      '请先用这个版本发布一次（npm start 或 pnpm publish-site），记录会重新生成。',
    );
  }
  const files = new StateFiles(database);
  const releases = new StateReleases(database);
  const past = new StatePast(database);
  if (releases.lastRelease() === undefined) {
    close();
    throw neverPublished();
  }
  return {
    file: (path) => files.file(path),
    files: () => files.files(),
    isUnknown: (path) => files.isUnknown(path),
    unsure: () => files.unsure(),
    lastRelease: () => releases.lastRelease(),
    release: (number) => releases.release(number),
    releases: (limit) => releases.releases(limit),
    causes: (release) => releases.causes(release),
    changedIn: (release) => releases.changedIn(release),
    fileAt: (path, release) => releases.fileAt(path, release),
    pinned: () => releases.pinned(),
    pastObjects: (origin) => past.pastObjects(origin),
    [Symbol.dispose]: close,
  };
}

function hasFormat(database: StateDatabase): boolean {
  const tables = database.get("SELECT name FROM sqlite_master WHERE name = 'meta'");
  return tables !== undefined && database.meta('format') === stateFormat;
}

function neverPublished(): CommandFault {
  return new CommandFault('还没有发布过。', '请先运行 npm start 或 pnpm publish-site。');
}
