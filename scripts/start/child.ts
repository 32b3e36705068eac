/** A supervised child process: its log, its messages, its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));
/** Milliseconds a child gets to end by itself before it is killed. */
const patience = 10_000;

export interface ChildOptions {
  name: string;
  /** The script that Node runs, and its arguments. */
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
  onMessage?: (message: unknown) => void;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process has ended, to a few words on how. */
  readonly ended: Promise<string>;
  /** Ends it: SIGTERM, and SIGKILL to its whole group when it does not go. */
  stop(): Promise<void>;
  /** The last lines that it logged. */
  lastLines(count: number): string;
}

/** Starts a Node child in a process group of its own, so that Ctrl-C reaches it through `stop` alone, in order. */
export function startChild(options: ChildOptions): Child {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const child = spawn(process.execPath, ['--import', guard, ...options.args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  if (options.onMessage !== undefined) child.on('message', options.onMessage);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`不能启动：${error.message}`));
    child.once('exit', (code, signal) => resolve(signal === null ? `退出码 ${code}` : `信号 ${signal}`));
  });
  return {
    name: options.name,
    pid: child.pid ?? 0,
    ended,
    stop: () => stop(child, ended),
    lastLines: (count) =>
      readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n'),
  };
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), patience);
  await ended;
  clearTimeout(timer);
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
