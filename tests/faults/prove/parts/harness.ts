/** What every proof shares: its command line, chance from a seed, counted trials, the last line, the exit code. */
import { randomInt } from 'node:crypto';
import { CommandFault, main } from '../../../../scripts/cli.ts';
import { Dice } from '../../../rigs/corpus-random.ts';

export interface Proof {
  name: string;
  /** One Chinese sentence for `--help`. */
  summary: string;
  /** Trials by default, and in CI. */
  counts: { full: number; quick: number };
  /** Deliberately broken variants of the real thing, each of which must fail: name → what it does wrong. */
  mutants: Readonly<Record<string, string>>;
  run(bench: Bench): Promise<void>;
}

/** What is wrong, in sentences; none means that the trial passed. */
export type Wrong = readonly string[];

export interface Bench {
  readonly count: number;
  readonly quick: boolean;
  readonly mutant: string | undefined;
  /** Whether going on can tell no more: a mutant is caught by its first failed trial. */
  readonly over: boolean;
  /** Chance that repeats itself for the same seed and words. */
  dice(...words: (string | number)[]): Dice;
  say(text: string): void;
  /** Runs and counts one trial; what it throws is wrong as well. Resolves to whether it passed. */
  trial(name: string, work: () => Promise<Wrong>): Promise<boolean>;
  /** Runs works with names, so many at a time, each counted as a trial. */
  all(
    trials: readonly (readonly [name: string, work: () => Promise<Wrong>])[],
    atOnce: number,
  ): Promise<void>;
}

/** Runs a proof with the process's arguments; ends with `N passed, N failed` and the exit code. */
export async function prove(proof: Proof): Promise<void> {
  // Cleaning up hangs on `exit`, which a signal alone would leave out.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  const mutants = Object.entries(proof.mutants).map(([name, wrong]) => `${name}（${wrong}）`);
  await main({
    name: `prove ${proof.name}`,
    summary: proof.summary,
    options: {
      seed: { type: 'string', description: '随机种子；不给就随机取一个，并打印出来' },
      quick: { type: 'boolean', description: `只做 ${proof.counts.quick} 次（CI 用）` },
      trials: { type: 'string', description: `做多少次（默认 ${proof.counts.full}）` },
      mutant: { type: 'string', description: `换上故意做坏的部件，应当失败：${mutants.join('、')}` },
    },
    async run({ values }) {
      const quick = values['quick'] === true;
      const seed = wholeNumber('seed', values['seed'] ?? String(randomInt(2 ** 31)));
      const counted = quick ? proof.counts.quick : proof.counts.full;
      const count = wholeNumber('trials', values['trials'] ?? String(counted));
      const mutant = mutantOf(proof, values['mutant'] as string | undefined);
      const bench = new CountingBench({ seed, count, quick, mutant });
      bench.say(`▸ ${proof.name}：种子 ${seed}，${count} 次${mutant ? `，故意做坏：${mutant}` : ''}`);
      await proof.run(bench);
      bench.say(`${bench.passed} passed, ${bench.failed} failed`);
      return bench.failed > 0 || bench.passed + bench.failed === 0 ? 1 : 0;
    },
  });
}

function wholeNumber(name: string, text: unknown): number {
  if (/^\d{1,10}$/.test(String(text))) return Number(text);
  throw new CommandFault(`--${name} 的值「${String(text)}」不是整数。`, `例如 --${name} 42。`, 2);
}

function mutantOf(proof: Proof, name: string | undefined): string | undefined {
  if (name === undefined || Object.hasOwn(proof.mutants, name)) return name;
  throw new CommandFault(
    `${proof.name} 没有名为「${name}」的坏部件。`,
    `可用：${Object.keys(proof.mutants).join('、')}。`,
    2,
  );
}

/** A failed trial tells at most so many sentences, and of each so many characters. */
const sentencesTold = 6;
const sentenceTold = 1_000;

class CountingBench implements Bench {
  readonly count: number;
  readonly quick: boolean;
  readonly mutant: string | undefined;
  readonly #seed: number;
  passed = 0;
  failed = 0;

  constructor(given: { seed: number; count: number; quick: boolean; mutant: string | undefined }) {
    this.#seed = given.seed;
    this.count = given.count;
    this.quick = given.quick;
    this.mutant = given.mutant;
  }

  get over(): boolean {
    return this.mutant !== undefined && this.failed > 0;
  }

  dice(...words: (string | number)[]): Dice {
    return new Dice(this.#seed, ...words);
  }

  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  async trial(name: string, work: () => Promise<Wrong>): Promise<boolean> {
    const began = performance.now();
    const wrong = await work().catch((error: unknown) => [stackOf(error)]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (wrong.length === 0) this.passed += 1;
    else this.failed += 1;
    this.say(`${wrong.length === 0 ? '✓' : '✗'} ${this.passed + this.failed}. ${name}，${seconds} 秒`);
    for (const sentence of wrong.slice(0, sentencesTold)) this.say(`    ${sentence.slice(0, sentenceTold)}`);
    if (wrong.length > sentencesTold) this.say(`    …另有 ${wrong.length - sentencesTold} 处`);
    return wrong.length === 0;
  }

  async all(
    trials: readonly (readonly [name: string, work: () => Promise<Wrong>])[],
    atOnce: number,
  ): Promise<void> {
    const queue = [...trials];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined && !this.over; next = queue.shift()) {
        await this.trial(...next);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `；${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
