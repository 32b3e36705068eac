/** The fingerprint of a build step: a hash over every input's path and bytes. Same fingerprint, same output. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names all inputs (globs relative to the root); order does not matter. */
export function fingerprint(root: string, globs: readonly string[], extra: readonly string[] = []): string {
  const files = globs
    .flatMap((glob) => globSync(glob, { cwd: root }))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort(); // code-unit order is what sort means without a comparer;
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const file of new Set(files)) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Whether a step's output was made from exactly these inputs and still stands. */
export function isFresh(stamp: string, wanted: string, output: string): boolean {
  return existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** The stamp is written last: an interrupted step leaves none and is done again. */
export function writeStamp(stamp: string, made: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, made);
}

export function clearStamp(stamp: string): void {
  rmSync(stamp, { force: true });
}
