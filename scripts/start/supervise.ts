/** Keeps the children running and ends them in order: readers' side first, then the CMS. */
import { describeFault } from '../cli.ts';
import type { Child } from './child.ts';

/** More unexpected ends than this within a minute, and the whole ends instead of restarting for ever. */
const endsTolerated = 4;
const minute = 60_000;

export interface Supervised {
  child: Child;
  restart: () => Promise<Child>;
  /** The others go on without it. */
  dispensable?: boolean;
}

export interface Supervision {
  /** Resolves to the exit code when everything has ended. */
  readonly over: Promise<number>;
  end(): void;
  /** Ends one part on purpose, to be started again. */
  renew(part: Supervised): Promise<void>;
}

/** Watches children until `end` is called; a child that dies is started again, unless it keeps dying. */
export function supervise(parts: Supervised[], say: (text: string) => void): Supervision {
  let ending = false;
  const renewed = new Set<Supervised>();
  let finish: (code: number) => void = () => {};
  const over = new Promise<number>((resolve) => {
    finish = resolve;
  });

  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    for (const part of parts) await part.child.stop();
    finish(code);
  };

  const restart = async (part: Supervised) => {
    try {
      part.child = await part.restart();
    } catch (error) {
      say(describeFault(error));
      if (part.dispensable !== true) await end(1);
    }
  };

  const watch = async (part: Supervised) => {
    const ends: number[] = [];
    while (!ending) {
      const how = await part.child.ended;
      if (ending) return;
      if (renewed.delete(part)) {
        await restart(part);
        continue;
      }
      ends.push(performance.now());
      const recent = ends.filter((at) => performance.now() - at < minute).length;
      say(`✗ ${part.child.name} 意外结束（${how}）。它最后说的是：\n${part.child.lastLines(5)}`);
      if (recent > endsTolerated) {
        say(`✗ ${part.child.name} 一分钟内结束了 ${recent} 次，不再重试。`);
        return part.dispensable === true ? undefined : end(1);
      }
      say(`▸ 重新启动 ${part.child.name} …`);
      await restart(part);
    }
  };

  for (const part of parts) void watch(part);
  return {
    over,
    end: () => void end(0),
    async renew(part) {
      renewed.add(part);
      await part.child.stop();
    },
  };
}
