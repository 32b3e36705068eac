/** Small disks in memory, of any size while they are in use. Mounting is root's alone. */
import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { CommandFault } from '../../../../scripts/cli.ts';
import { temporaryFolder } from '../../../rigs/temporary.ts';

const mounted = new Set<string>();
process.once('exit', () => {
  for (const path of mounted) unmount(path);
});

export interface SmallDisk extends Disposable {
  readonly path: string;
  /** Leaves so many bytes and files free; absent means plenty. */
  leave(free?: { bytes?: number; files?: number }): void;
  used(): { bytes: number; files: number };
}

/** @throws CommandFault where this machine lets nobody mount. */
export function smallDisk(): SmallDisk {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', optionsOf(), 'tmpfs', folder.path], { stdio: 'pipe' });
  } catch (error) {
    folder[Symbol.dispose]();
    throw new CommandFault(
      `这里不能挂载 tmpfs：${String((error as { stderr?: unknown }).stderr ?? error).trim()}`,
      '请以 root 身份、在允许挂载的机器上运行（容器需要 CAP_SYS_ADMIN）。',
    );
  }
  mounted.add(folder.path);
  const used = () => {
    const { blocks, bfree, bsize, files, ffree } = statfsSync(folder.path);
    return { bytes: (blocks - bfree) * bsize, files: files - ffree };
  };
  return {
    path: folder.path,
    used,
    leave({ bytes, files } = {}) {
      const now = used();
      const options = optionsOf(
        bytes === undefined ? undefined : now.bytes + bytes,
        files === undefined ? undefined : now.files + files,
      );
      execFileSync('mount', ['-o', `remount,${options}`, folder.path]);
    },
    [Symbol.dispose]() {
      unmount(folder.path);
      folder[Symbol.dispose]();
    },
  };
}

/** Whether this machine lets us mount. */
export function canMount(): boolean {
  try {
    smallDisk()[Symbol.dispose]();
    return true;
  } catch (error) {
    if (error instanceof CommandFault) return false;
    throw error;
  }
}

const plenty = { bytes: 512 * 1024 * 1024, files: 100_000 };

function optionsOf(bytes = plenty.bytes, files = plenty.files): string {
  return `size=${bytes},nr_inodes=${files}`;
}

function unmount(path: string): void {
  if (mounted.delete(path)) execFileSync('umount', ['--lazy', path]);
}
