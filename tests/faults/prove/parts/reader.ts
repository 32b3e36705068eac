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

export interface Reader {
  /** Ends the reading; resolves to what was wrong, and adds to `asked`. */
  stop(): Promise<string[]>;
  asked: number;
}

/** Begins to ask, so many times a second, for paths by chance. */
export function read(origins: readonly string[], standing: Standing, dice: Dice, perSecond: number): Reader {
  const paths = [...new Set([...addresses(standing.before), ...addresses(standing.after)])];
  const wrong: string[] = [];
  const open = new Set<Promise<void>>();
  const began = performance.now();
  const reader: Reader = {
    asked: 0,
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      return wrong;
    },
  };
  const askOne = async () => {
    const found = await ask(dice.pick(origins), dice.pick(paths), standing).catch(
      (error: unknown) => `没有应答：${String(error)}`,
    );
    if (found !== undefined) wrong.push(found);
  };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond) - reader.asked;
    for (let at = 0; at < due; at += 1) {
      reader.asked += 1;
      const asking = askOne().finally(() => open.delete(asking));
      open.add(asking);
    }
  }, 10);
  return reader;
}

/** Asks every server for every path once. */
export async function readAll(origins: readonly string[], standing: Standing): Promise<string[]> {
  const paths = [...new Set([...addresses(standing.before), ...addresses(standing.after)])];
  const asked = origins.flatMap((origin) => paths.map((path) => ask(origin, path, standing)));
  return (await Promise.all(asked)).filter((found) => found !== undefined);
}
