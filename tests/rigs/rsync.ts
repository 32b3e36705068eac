/** Debian's rsync: on this machine, over a remote shell that stays here, and as a service on a free port. */

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePorts } from './ports.ts';
import { until } from './until.ts';

/** Whether Debian's rsync is here; tests that need it are skipped by name elsewhere. */
export const hasRsync = existsSync('/usr/bin/rsync');

/** Writes a program into a folder. */
export function script(folder: string, name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A remote shell that runs the command here, through a shell as ssh does, whatever the host is called. */
export function localShell(folder: string): string {
  return script(folder, 'remote-shell', 'while [ "$1" = -l ]; do shift 2; done\nshift\nexec sh -c "$*"');
}

/** A service with one module, `site`, over a folder. */
export async function startRsyncService(
  folder: string,
  module: string,
): Promise<AsyncDisposable & { url: string }> {
  const [port] = (await freePorts(1)) as [number];
  const config = join(folder, 'rsyncd.conf');
  const owner = process.getuid?.() === 0 ? 'uid = 0\ngid = 0\n' : '';
  writeFileSync(config, `use chroot = no\n${owner}[site]\npath = ${module}\nread only = no\n`);
  const args = ['--daemon', '--no-detach', '--address=127.0.0.1', `--port=${port}`, `--config=${config}`];
  const child = spawn('/usr/bin/rsync', args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await until('the rsync service to listen', () => answers(port));
  return {
    url: `rsync://127.0.0.1:${port}/site`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}
