/** A folder that rsync reaches as a target: on this machine, over ssh, or an rsync service. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../targets.ts';
import { markFile } from './folder.ts';
import { runRsync } from './run-rsync.ts';

export interface RsyncOptions {
  /** As rsync takes it: `user@host:path`, `rsync://host/module/path`, or an absolute path. */
  destination: string;
  /** The remote shell, as `rsync -e` takes it; ssh without one. */
  shell?: string;
  program?: string;
}

/** Where unfinished and not yet visible files lie, below each folder: hidden, and taken up by the next run. */
const partial = '.xinglin-partial';

/** Made where missing. */
export function rsyncTarget({ destination, shell, program = 'rsync' }: RsyncOptions): Target {
  const there = destination.endsWith('/') ? destination : `${destination}/`;
  const rsync = { program, target: destination };
  const reach = [...(shell === undefined ? [] : ['-e', shell]), '--timeout=120'];
  const named = ['--from0', '--files-from=-'];
  // Only changed files are ever named, so comparing bytes instead of size and time costs little and errs never.
  const content = ['--checksum', '--times', '--omit-dir-times', '--perms', '--chmod=D755,F644'];
  const itemized = '--out-format=%i %n';
  return {
    name: destination,
    mark: () =>
      inTemporaryFolder(async (folder) => {
        await runRsync(rsync, [...reach, '--', there + markFile, `${folder}/`], undefined, fineOrAbsent);
        return textOf(join(folder, markFile));
      }),
    list: () =>
      inTemporaryFolder(async (folder) => {
        const args = [...reach, '--recursive', '--dry-run', itemized, '--', there, `${folder}/`];
        const names = transferred(await runRsync(rsync, args, undefined, fineOrAbsent));
        return new Set(names.filter((file) => file !== markFile));
      }),
    async differing(root, files) {
      if (files.length === 0) return [];
      const args = [...reach, ...named, ...content, '--dry-run', itemized, '--', `${root}/`, there];
      return transferred(await runRsync(rsync, args, files));
    },
    async put(root, files) {
      if (files.length === 0) return;
      // A file that a release took away meanwhile is no fault: the plan is looked at again afterwards.
      const whole = [
        '--delay-updates',
        `--partial-dir=${partial}`,
        '--fsync',
        '--mkpath',
        '--ignore-missing-args',
      ];
      await runRsync(rsync, [...reach, ...named, ...content, ...whole, '--', `${root}/`, there], files);
    },
    remove: (files, folders) =>
      inTemporaryFolder(async (empty) => {
        const away = ['--no-implied-dirs', '--delete-missing-args', '--', `${empty}/`, there];
        // Named, and missing here: taken away there.
        const take = (names: readonly string[]) =>
          runRsync(rsync, [...reach, ...named, ...away], names, fineOrVanished);
        if (files.length > 0) await take(files.flatMap((file) => [file, partialOf(file)]));
        const partials = files.flatMap((file) => /^(.*\/)?\.xinglin-partial(?=\/)/.exec(file)?.[0] ?? []);
        const byDepth = Map.groupBy(
          [...new Set([...partials, ...folders])],
          (folder) => folder.split('/').length,
        );
        for (const depth of [...byDepth.keys()].sort((a, b) => b - a)) await take(byDepth.get(depth) ?? []);
      }),
    finish: (mark) =>
      inTemporaryFolder(async (folder) => {
        await writeFile(join(folder, markFile), `${mark}\n`);
        const args = [...reach, ...named, ...content, '--fsync', '--mkpath', '--', `${folder}/`, there];
        await runRsync(rsync, args, [markFile]);
      }),
  };
}

/** The folder, or the mark in it, may not be there yet: nothing was put into it so far. */
function fineOrAbsent(code: number, words: string): boolean {
  return code === 0 || /(?:change_dir|link_stat) .* failed: No such file/.test(words);
}

/** 24: the parents of what is taken away are missing here as well. */
function fineOrVanished(code: number): boolean {
  return code === 0 || code === 24;
}

/** Lines such as `>f+++++++++ news/a/index.html`: files that go, or would go, over. */
function transferred(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^[<>]f\S* (.*)$/s.exec(line)?.[1] ?? []);
}

function partialOf(file: string): string {
  return file.replace(/[^/]*$/, `${partial}/$&`);
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function inTemporaryFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'xinglin-mirror-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
