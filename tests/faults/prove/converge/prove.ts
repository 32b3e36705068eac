/**
 * Four writers at once in a real CMS, wake-ups that get lost, come twice or in another order, and both processes
 * killed now and then: after 120 seconds of quiet at the most, the live tree is byte for byte a clean render of what
 * the CMS holds.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { type HistoryAct, historyAct } from '../../../rigs/history.ts';
import { differenceOf } from '../../../rigs/two-trees.ts';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';
import { cleanOf } from './clean.ts';
import { Newsroom } from './newsroom.ts';

const writers = 4;
/** Seconds of quiet after which the site must stand. */
const quiet = 120;
/** A mutant would never stand: it is not waited for as long. */
const quietOfMutants = 15;
/** Random acts for one that finds something to act on. */
const spare = 4;
/** Documents that there are before the writers begin. */
const furniture = 40;
/** Milliseconds that a writer thinks before an act, at the most. */
const thinking = 300;
/** Acts between two kills of one of the processes. */
const killsEvery = 60;
/** The same in a short proof, as a share of all acts. */
const killsShare = 0.25;
/** Acts between two times at which the site has to stand still and be right. */
const lookEvery = 125;

const trustsWakeUps = join(import.meta.dirname, 'trusts-wake-ups.ts');

class Bustle {
  readonly #bench: Bench;
  readonly #newsroom: Newsroom;
  readonly #acts: readonly HistoryAct[];
  readonly outcomes = new Map<string, number>();
  kills = 0;
  #next = 0;
  /** Acts that found something to act on. */
  #acted = 0;

  constructor(bench: Bench, newsroom: Newsroom) {
    this.#bench = bench;
    this.#newsroom = newsroom;
    this.#acts = fc.sample(historyAct, {
      numRuns: bench.count * spare,
      seed: bench.dice('acts').int(0, 2 ** 31 - 1),
    });
  }

  /** Something to act on. */
  async furnish(): Promise<void> {
    const seed = this.#bench.dice('furniture').int(0, 2 ** 31 - 1);
    for (const [index, act] of fc.sample(historyAct, { numRuns: furniture, seed }).entries()) {
      const kind = index % 2 === 0 ? 'create-published' : index % 6 === 1 ? 'media-create' : 'hub-create';
      await this.#newsroom.perform({ number: -1 - index, act: { ...act, kind } });
    }
  }

  /** All writers work until so many acts are done; somebody kills meanwhile. */
  async upTo(end: number): Promise<void> {
    const first = this.#acted;
    const write = async (_: unknown, writer: number) => {
      const dice = this.#bench.dice('writer', writer, first);
      while (this.#acted < end) {
        const number = this.#next;
        this.#next += 1;
        const act = this.#acts[number];
        if (act === undefined) return;
        await sleep(dice.int(0, thinking));
        const outcome = await this.#newsroom.perform({ number, act });
        const name = outcome === undefined ? '遇上了崩溃' : outcome.startsWith('没有') ? '互相妨碍' : outcome;
        if (outcome !== 'nothing to act on') this.#acted += 1;
        this.outcomes.set(name, (this.outcomes.get(name) ?? 0) + 1);
      }
    };
    const killing = this.#kill(first, end);
    await Promise.all(Array.from({ length: writers }, write));
    await killing;
  }

  async #kill(first: number, end: number): Promise<void> {
    const dice = this.#bench.dice('kills', first);
    const most = Math.min(killsEvery, Math.ceil(this.#bench.count * killsShare));
    const pause = () => dice.int(Math.ceil(most / 2), most);
    for (let at = first + pause(); at < end; at += pause()) {
      while (this.#acted < Math.min(at, end)) await sleep(20);
      this.kills += 1;
      // A mutant that starts anew knows nothing wrong yet: it is left alone.
      if (this.kills % 2 === 0 || this.#bench.mutant !== undefined) {
        await this.#newsroom.killCms();
        await this.#newsroom.startCms();
      } else {
        await this.#newsroom.killPublisher();
        this.#newsroom.startPublisher();
      }
    }
  }

  /** Nobody writes any more: how long until the site is right, or what is wrong with it. */
  async stand(): Promise<Wrong> {
    const clean = await cleanOf(this.#newsroom.address);
    const most = this.#bench.mutant === undefined ? quiet : quietOfMutants;
    const began = performance.now();
    for (;;) {
      const live = this.#newsroom.live();
      const found = live === undefined ? { file: '网站' } : differenceOf(live, clean);
      const seconds = (performance.now() - began) / 1000;
      if (found === undefined) {
        this.#bench.say(
          `  静下来 ${seconds.toFixed(1)} 秒后与整站重做的完全一样（${Object.keys(clean).length} 个文件）`,
        );
        return [];
      }
      if (seconds > most) {
        const said = this.#newsroom.publisherSaid.slice(-500);
        return [`静了 ${most} 秒，${found.file} 仍与整站重做的不一样`, `发布程序最后说：${said}`];
      }
      await sleep(500);
    }
  }
}

await prove({
  name: 'converge',
  summary: '证明四个人同时编辑、通知丢失重复乱序、两个程序都被杀过之后，网站仍与整站重做的完全一样。',
  counts: { full: 500, quick: 40 },
  mutants: { 'trusts-wake-ups': '把通知当成事实，只取通知里说的那以后的更改' },
  async run(bench) {
    const options = bench.mutant === undefined ? {} : { first: [trustsWakeUps] };
    await using newsroom = await Newsroom.open(bench.dice('proxy'), options);
    const bustle = new Bustle(bench, newsroom);
    await bustle.furnish();
    for (let end = 0; end < bench.count && !bench.over; ) {
      end = Math.min(bench.count, end + (bench.mutant === undefined ? lookEvery : lookEvery / 5));
      await bench.trial(`${end} 次操作之后`, async () => {
        await bustle.upTo(end);
        return bustle.stand();
      });
    }
    const told = (counts: ReadonlyMap<string, number>) =>
      [...counts].map(([name, times]) => `${name} ${times}`).join('，');
    bench.say(`操作：${told(bustle.outcomes)}；通知：${told(newsroom.proxy.fates)}；杀了 ${bustle.kills} 次`);
  },
});
