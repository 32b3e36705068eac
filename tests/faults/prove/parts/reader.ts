/** A reader who asks for every path of a site again and again, and knows what each may answer. */

import type { Dice } from '../../../rigs/corpus-random.ts';
import type { Tree } from './site.ts';

/** What stands at a path before and after a publish; undefined where nothing does. */
export interface Standing {
  before: Tree;
  after: Tree;
}

/** Paths of files that readers can ask for. Compressed variants have no address, 404.html and 410.html answer so. */
export function addresses(tree: Tree): string[] {
  return Object.keys(tree)
    .filter((file) => !/(?:^|\/)\.|\.(?:gz|br)$|^4\d\d\.html$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

const fileAt = (path: string) => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;

/** Asks for one path; a sentence where the answer is neither the old file nor the new one, whole. */
export async function ask(
  origin: string,
  path: string,
  { before, after }: Standing,
): Promise<string | undefined> {
  const answer = await fetch(origin + path, { redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  const file = fileAt(path);
  const known = [before[file], after[file]];
  const isWhole = known.includes(bytes);
  // A page that says that its item is gone is a file like any other, with another status.
  if (answer.status === 200 || answer.status === 410) {
    return isWhole
      ? undefined
      : `${path} 答了 ${answer.status}，内容既不是旧的也不是新的（${bytes.length} 字节）`;
  }
  const mayBeAway = known.includes(undefined) && answer.status === 404;
  return mayBeAway || answer.status === 301 ? undefined : `${path} 答了 ${answer.status}`;
}

export interface Reading {
  origins: readonly string[];
  standing: Standing;
  /** What to ask for; everything that stands before or after where absent. */
  paths?: readonly string[];
  dice: Dice;
  /** Requests a second. */
  pace: number;
}

export interface Reader {
  readonly asked: number;
  /** What was wrong since the last time it was asked. */
  news(): string[];
  /** Ends the reading; resolves to what was wrong since the last time. */
  stop(): Promise<string[]>;
}

/** Requests that may wait for their answers at once: servers that fall behind are not drowned. */
const openAtOnce = 256;

/** Begins to ask for paths by chance. */
export function read({ origins, standing, dice, pace, ...given }: Reading): Reader {
  const paths = given.paths ?? allAddresses(standing);
  const wrong: string[] = [];
  const open = new Set<Promise<void>>();
  let asked = 0;
  let due = 0;
  let last = performance.now();
  const askOne = async () => {
    const found = await ask(dice.pick(origins), dice.pick(paths), standing).catch(
      (error: unknown) => `没有应答：${String(error)}`,
    );
    if (found !== undefined) wrong.push(found);
  };
  const timer = setInterval(() => {
    const now = performance.now();
    due = Math.min(openAtOnce, due + ((now - last) / 1000) * pace);
    last = now;
    while (due >= 1 && open.size < openAtOnce) {
      due -= 1;
      asked += 1;
      const asking = askOne().finally(() => open.delete(asking));
      open.add(asking);
    }
  }, 5);
  const news = () => wrong.splice(0);
  return {
    get asked() {
      return asked;
    },
    news,
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      return news();
    },
  };
}

function allAddresses({ before, after }: Standing): string[] {
  return [...new Set([...addresses(before), ...addresses(after)])];
}

/** Asks every server for every path once. */
export async function readAll(origins: readonly string[], standing: Standing): Promise<string[]> {
  const paths = allAddresses(standing);
  const asked = origins.flatMap((origin) => paths.map((path) => ask(origin, path, standing)));
  return (await Promise.all(asked)).filter((found) => found !== undefined);
}
