/** The other site generators: Eleventy from npm, Hugo from Debian. Installed below a folder of scratch where missing. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../parts/measure.ts';

/** Exact, so that figures of two days can be compared. */
const eleventyVersion = '3.1.8';

export interface Tool {
  name: string;
  /** Builds the whole project that lies in a folder, into its `dist`. */
  build(folder: string): Program;
  /** Follows changes of the project, and says when it has written one. */
  watch(folder: string): Program;
  /** What it prints when it follows, and when it has written a change. */
  follows: RegExp;
  wrote: RegExp;
}

/**
 * Eleventy, in a folder that stays between runs.
 * @throws Error where npm cannot install it.
 */
export function eleventy(scratch: string): Tool {
  const folder = join(scratch, `eleventy-${eleventyVersion}`);
  const program = join(folder, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    run('npm', ['install', '--no-audit', '--no-fund', `@11ty/eleventy@${eleventyVersion}`], folder);
  }
  const start = (args: string[]) => (cwd: string) => ({
    command: process.execPath,
    args: [program, ...args],
    cwd,
  });
  return {
    name: `Eleventy ${eleventyVersion}`,
    build: start(['--quiet']),
    watch: start(['--watch', '--incremental', '--quiet']),
    follows: /Watching…/,
    wrote: /Wrote \d+ files?\b/,
  };
}

/**
 * Hugo as Debian packages it.
 * @throws Error where it is not there and apt-get cannot install it.
 */
export function hugo(): Tool {
  const args = ['--config', 'hugo.json', '--destination', 'dist'];
  const version = () => /v([\d.]+)/.exec(run('hugo', ['version'], '/'))?.[1];
  let found: string | undefined;
  try {
    found = version();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    installFromDebian('hugo');
    found = version();
  }
  const start = (more: string[]) => (cwd: string) => ({ command: 'hugo', args: [...args, ...more], cwd });
  return {
    name: `Hugo ${found} (Debian)`,
    build: start(['--quiet']),
    watch: start(['--watch']),
    follows: /Watching for config changes/,
    wrote: /Total in \d+ ms/,
  };
}

function installFromDebian(name: string): void {
  try {
    run('apt-get', ['update', '-qq'], '/');
    run('apt-get', ['install', '-y', '-qq', name], '/');
  } catch (cause) {
    throw new Error(
      `${name} is not installed, and apt-get could not install it. Install Debian's package “${name}” as root, then measure again.`,
      { cause },
    );
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
