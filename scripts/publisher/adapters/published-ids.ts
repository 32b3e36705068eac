/**
 * What the view counter is told of the content: the ids of all published articles, one a line, beside the rules of
 * the other servers. It never sees the snapshot (docs/decisions/0016-view-counter.md).
 */
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { blameDisk } from '../faults.ts';
import { replace, textOf } from './rules-files.ts';

/**
 * Writes the list whole or not at all, and only where it differs.
 * @returns whether it was written.
 * @throws OutputFault where the disk is to blame.
 */
export async function writePublishedIds(file: string, ids: readonly string[]): Promise<boolean> {
  const text = ids.map((id) => `${id}\n`).join('');
  try {
    await mkdir(dirname(file), { recursive: true });
    if ((await textOf(file)) === text) return false;
    await replace(dirname(file), basename(file), text);
    return true;
  } catch (error) {
    throw blameDisk(error);
  }
}
