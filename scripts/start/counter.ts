/** Runs the view counter and learns where it listens. */
import { join } from 'node:path';
import { CommandFault } from '../cli.ts';
import { memoryFlags } from '../counter/memory.ts';
import { root, type Secrets, type Settings } from '../settings.ts';
import { type Child, startChild } from './child.ts';
import type { Supervised } from './supervise.ts';

/** What the environment may tell it; it gets its own token and none of the CMS's secrets. */
const handedOn = /^(?:PATH|HOME|XINGLIN_COUNTER_\w+)$/;

/** Milliseconds within which it listens, unless something is wrong. */
const patience = 20_000;

function startCounter(settings: Settings, secrets: Secrets, onMessage: (message: unknown) => void): Child {
  const given = Object.entries(process.env).filter(([name]) => handedOn.test(name));
  return startChild({
    name: 'counter',
    args: [...memoryFlags, join(root, 'scripts', 'commands', 'counter.ts')],
    cwd: root,
    env: {
      ...(Object.fromEntries(given) as Record<string, string>),
      NODE_ENV: 'production',
      XINGLIN_DATA_DIR: settings.dataDir,
      XINGLIN_COUNTER_TOKEN: secrets.counterToken,
      // A port that nobody chose may still turn out to be another newsroom's.
      ...(settings.counterPort.chosen && { XINGLIN_COUNTER_PORT: String(settings.counterPort.number) }),
    },
    logFile: join(settings.dataDir, 'logs', 'counter.log'),
    onMessage,
  });
}

export interface Counting {
  part: Supervised;
  /** The settings with the port that it has, which a restart asks for again. */
  settings: Settings;
}

/** Starts it; where it does not come up that is said, and is no reason for the rest not to start. */
export async function startCounting(
  settings: Settings,
  secrets: Secrets,
  say: (text: string) => void,
): Promise<Counting | undefined> {
  const first = await listening(settings, secrets);
  if (typeof first === 'string') {
    say(`✗ ${first}`);
    return undefined;
  }
  const known: Settings = { ...settings, counterPort: { number: first.port, chosen: true } };
  const restart = async () => {
    const again = await listening(known, secrets);
    if (typeof again === 'string') throw new CommandFault(again, '修好以后，请重新启动杏林。');
    return again.child;
  };
  return { part: { child: first.child, restart, dispensable: true }, settings: known };
}

/** Resolves once it listens, or to a sentence where it does not. */
async function listening(
  settings: Settings,
  secrets: Secrets,
): Promise<{ child: Child; port: number } | string> {
  const told = Promise.withResolvers<number>();
  const child = startCounter(settings, secrets, (message) => {
    const { kind, port } = message as { kind?: string; port?: number };
    if (kind === 'listening' && port !== undefined) told.resolve(port);
  });
  const timer = setTimeout(() => void child.stop(), patience);
  const outcome = await Promise.race([told.promise, child.ended]);
  clearTimeout(timer);
  if (typeof outcome === 'number') return { child, port: outcome };
  return `浏览计数没有启动（${outcome}），网站和管理后台照常。它最后说的是：\n${child.lastLines(5)}`;
}
