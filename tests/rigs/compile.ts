/** The CMS as its tests load it: compiled, and no older than its sources. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles `shared` and `cms` where a source is newer than what was compiled. Several tests may ask at once. */
export async function compileCms(): Promise<void> {
  const lock = join(root, 'cms', 'node_modules', '.compiling');
  await until('another test’s compilation of the CMS to end', () => take(lock), { seconds: 120 });
  try {
    for (const part of ['shared', 'cms']) if (isStale(part)) compile(part);
  } finally {
    rmSync(lock, { force: true });
  }
}

function compile(part: string): void {
  // Taken before: a source that changes while the compiler runs is newer than what comes out.
  const began = new Date();
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, part, 'tsconfig.json')], { stdio: 'inherit' });
  writeFileSync(stampOf(part), '');
  utimesSync(stampOf(part), began, began);
}

const stampOf = (part: string): string => join(root, part, 'dist', '.compiled');

/** A lock whose holder died is taken over: no compilation lasts two minutes. */
function take(lock: string): boolean {
  mkdirSync(join(lock, '..'), { recursive: true });
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch {
    const held = statSync(lock, { throwIfNoEntry: false });
    if (held !== undefined && Date.now() - held.mtimeMs > 120_000) rmSync(lock, { force: true });
    return false;
  }
}

function isStale(part: string): boolean {
  const built = statSync(stampOf(part), { throwIfNoEntry: false });
  if (built === undefined) return true;
  const sources = ['src', 'config'].map((name) => join(root, part, name));
  return sources.some((source) => newest(source) > built.mtimeMs);
}

function newest(folder: string): number {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
