/** One line of JSON a release, in a file that machines follow; see docs/operations.md for its fields. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../ports.ts';
import type { ReleaseLine } from '../release-line.ts';

/** Bytes after which the file is put aside as `<file>.1`, in place of the one before: some fifty thousand releases. */
const longest = 20 * 1024 * 1024;

/** A line that cannot be written is told and lost: the release is live, and publisher.db knows it too. */
export function releaseLog(file: string, log: Log, most = longest): (line: ReleaseLine) => void {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= most) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch (error) {
      log('warn', 'release-log', `发布记录 ${file} 写不下去：${(error as Error).message}`);
    }
  };
}
