/** The files in which web servers read what moved and what is gone. They lie outside the served tree. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { blameDisk } from '../faults.ts';
import { type StatusRow, serverRules } from '../rules.ts';

/** For nginx, for Caddy. */
export const ruleFiles = ['nginx-removed.map', 'caddy-removed.caddy'] as const;

export interface WrittenRules {
  /** Names of the files that are new; a server that includes one must be told to read it again. */
  changed: string[];
  /** Rows that no rule was written for: their fallback pages answer instead. */
  refused: StatusRow[];
}

/**
 * Writes `nginx-removed.map` and `caddy-removed.caddy` into a folder, each whole or not at all, and only where
 * its text changed, so that no server is reloaded for nothing. Both are written even where nothing was removed.
 * @throws OutputFault where the disk is to blame.
 */
export async function writeRules(folder: string, rows: readonly StatusRow[]): Promise<WrittenRules> {
  const { nginx, caddy, refused } = serverRules(rows);
  const texts = [nginx, caddy];
  const changed: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const [index, name] of ruleFiles.entries()) {
      const text = texts[index] ?? '';
      if ((await textOf(join(folder, name))) === text) continue;
      await replace(folder, name, text);
      changed.push(name);
    }
  } catch (error) {
    throw blameDisk(error);
  }
  return { changed, refused };
}

/** A file's text; undefined where there is none. */
export async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes a file of a folder beside its place, durably, and puts it there in one step. */
export async function replace(folder: string, name: string, text: string): Promise<void> {
  const beside = join(folder, `.${name}.new`);
  const handle = await open(beside, 'w', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, join(folder, name));
  const parent = await open(folder, 'r');
  await parent.sync().finally(() => parent.close());
}
