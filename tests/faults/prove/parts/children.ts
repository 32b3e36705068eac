/** Processes that a proof starts: none outlives it, whatever ends it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../../rigs/newsroom.ts';
import { until } from '../../../rigs/until.ts';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Child {
  readonly pid: number;
  /** All that it told over IPC so far. */
  readonly messages: unknown[];
  /** Standard output and error so far. */
  said(): string;
  /** Its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly over: boolean;
  send(message: string | object): void;
  kill(signal: NodeJS.Signals): void;
  /** Waits for a message; a child that ends instead is an error that says what it said. */
  told(what: string, seconds?: number): Promise<void>;
}

export interface StartOptions {
  env?: Record<string, string>;
  /** Modules that are loaded before the script: spies and mutants. */
  first?: readonly string[];
}

/** Starts a script under this Node with the environment given and nothing else but the path. */
export function startChild(
  script: string,
  args: readonly string[] = [],
  { env = {}, first = [] }: StartOptions = {},
): Child {
  const child = fork(script, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    execArgv: first.flatMap((module) => ['--import', module]),
    silent: true,
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => chunks.push(String(chunk)));
  const messages: unknown[] = [];
  child.on('message', (message) => messages.push(message));
  let over = false;
  const ended = once(child, 'close').then(([code]) => {
    over = true;
    running.delete(child);
    return code as number | null;
  });
  const said = () => chunks.join('');
  return {
    pid: child.pid as number,
    messages,
    said,
    ended,
    get over() {
      return over;
    },
    send: (message) => void child.send(message, () => {}),
    kill: (signal) => void child.kill(signal),
    async told(what, seconds = 30) {
      const heard = await until(`${what} from ${script}`, () => messages.includes(what) || over, {
        seconds,
        every: 2,
      });
      if (heard && !messages.includes(what)) throw new Error(`it ended before it told ${what}: ${said()}`);
    },
  };
}

/** Waits until a resident publisher has told of so many releases. */
export async function released(child: Child, times: number, seconds = 120): Promise<void> {
  const told = () => child.messages.filter((message) => (message as { kind?: string }).kind === 'published');
  await until(`release ${times}`, () => child.over || told().length >= times, { seconds });
  if (child.over) throw new Error(`the publisher ended before release ${times}: ${child.said()}`);
}

/** A command of ours: `publish-site`, `publisher`. */
export const commandScript = (verb: string): string => join(root, 'scripts', 'commands', `${verb}.ts`);
