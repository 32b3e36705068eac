/** Watches sources and says, once things are quiet, that something has changed. */
import { watch } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds without a further change that count as quiet: an editor saves several files at once. */
const quiet = 200;

/** Calls `onChange` after changes below any of the folders, one call at a time, until the signal. */
export function watchSources(
  root: string,
  folders: readonly string[],
  signal: AbortSignal,
  onChange: () => Promise<void>,
): void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, quiet);
  };
  const follow = async (folder: string) => {
    try {
      for await (const _change of watch(join(root, folder), { recursive: true, signal })) changed();
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
    }
  };
  for (const folder of folders) void follow(folder);
}
