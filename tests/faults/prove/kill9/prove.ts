/**
 * `publish-site` killed at a random point of its work, again and again: readers get every path's old bytes or its
 * new ones, whole, at every moment; the next run works without help and ends in exactly a clean render. A third of
 * the kills come by the clock; the others before a change to a file, half of those applying, half pruning.
 */
import { join } from 'node:path';
import { until } from '../../../rigs/until.ts';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';
import { read, readAll, type Standing } from '../parts/reader.ts';
import { serve } from '../parts/serving.ts';
import { openSite, type Site, someItems } from '../parts/site.ts';
import { type Spied, spied } from '../parts/spied.ts';
import { rewrite } from '../parts/versions.ts';

/** Requests a second while a publish is being killed. */
const readersPace = 50;

/** Few enough that every publish prunes. */
const keep = { XINGLIN_KEEP_RELEASES: '3' };

/** Where kills landed. */
type Landing = '准备' | '上线' | '清理' | '收尾';

class Killing {
  readonly #bench: Bench;
  readonly #site: Site;
  readonly #origins: readonly string[];
  readonly landed = new Map<Landing, number>();
  asked = 0;
  /** What the last whole run did to files, and how long it took from its first change. */
  #notes = '';
  #milliseconds = 0;

  constructor(bench: Bench, site: Site, origins: readonly string[]) {
    this.#bench = bench;
    this.#site = site;
    this.#origins = origins;
  }

  /** A whole run, unaided. `aimBy` keeps its notes: what the next kills are aimed by. */
  async whole(name: string, { aimBy = false } = {}): Promise<Wrong> {
    const spy = this.#spy(`${name}-whole`);
    const child = this.#site.start('publish-site', [], spy.options);
    await Promise.race([child.told('publishing').catch(() => {}), child.ended]);
    const began = performance.now();
    const code = await child.ended;
    if (aimBy) {
      this.#milliseconds = performance.now() - began;
      this.#notes = spy.notes();
    }
    return code === 0 ? [] : [`退出码是 ${code}：${child.said()}`];
  }

  async once(index: number): Promise<Wrong> {
    const dice = this.#bench.dice('kill', index);
    const before = this.#site.live();
    rewrite(this.#site.cms.ledger, dice);
    const standing: Standing = { before, after: await this.#site.clean() };
    const reader = read({
      origins: this.#origins,
      standing,
      dice: this.#bench.dice('read', index),
      pace: readersPace,
    });
    const wrong: string[] = [];
    const spy = this.#spy(`${index}`, this.#aim(index));
    const child = this.#site.start('publish-site', [], spy.options);
    if (index % 3 === 0) {
      await Promise.race([child.told('publishing').catch(() => {}), child.ended]);
      const at = performance.now() + dice.next() * this.#milliseconds;
      await until('the moment of the kill', () => child.over || performance.now() > at, { every: 1 });
      child.kill('SIGKILL');
    }
    const code = await child.ended;
    if (code !== null && code !== 0) wrong.push(`退出码是 ${code}：${child.said()}`);
    if (code === null) this.#note(spy.notes());
    wrong.push(...(await readAll(this.#origins, standing)));
    wrong.push(...(await this.whole(`${index}`)));
    wrong.push(...(await reader.stop()), ...(await this.#site.unlikeClean()));
    this.asked += reader.asked;
    return wrong;
  }

  /** Which change to die before; by the clock where undefined. */
  #aim(index: number): number | undefined {
    if (index % 3 === 0) return undefined;
    const dice = this.#bench.dice('aim', index);
    const places = Array.from(this.#notes, (phase, at) => ({ phase, at }));
    const inside = places.filter(({ phase }) => (index % 3 === 1 ? phase === 'a' : phase === 'p'));
    return dice.pick(inside.length === 0 ? places : inside).at;
  }

  #spy(name: string, killAt?: number): Spied {
    const { dataDir } = this.#site;
    const journal = join(dataDir, '..', `journal-${name}`);
    return spied({ dataDir, journal, killAt, mutant: this.#bench.mutant }, keep);
  }

  #note(notes: string): void {
    const last = notes.at(-1);
    const whole = notes.length >= this.#notes.length;
    const landing = whole ? '收尾' : last === 'p' ? '清理' : last === 'a' ? '上线' : '准备';
    this.landed.set(landing, (this.landed.get(landing) ?? 0) + 1);
  }
}

await prove({
  name: 'kill9',
  summary: '证明发布程序在任何时刻被强行杀掉，读者看到的都是完整的旧页或新页，再次发布不用人管。',
  counts: { full: 200, quick: 12 },
  mutants: { 'in-place': '直接改写读者正在读的文件', 'deletes-first': '先删旧文件再放新文件' },
  async run(bench) {
    await using site = await openSite(someItems(40));
    const first = await site.publish([], { env: keep });
    if (first.code !== 0) throw new Error(first.said);
    await using serving = await serve(site.dataDir);
    const killing = new Killing(bench, site, serving.origins);
    // Until there is something to prune.
    for (const round of [1, 2, 3, 4]) {
      rewrite(site.cms.ledger, bench.dice('before', round));
      await killing.whole(`before-${round}`, { aimBy: true });
    }
    for (let index = 0; index < bench.count && !bench.over; index += 1) {
      await bench.trial(`杀第 ${index + 1} 次`, () => killing.once(index));
    }
    const landed = [...killing.landed].map(([where, times]) => `${where} ${times}`).join('，');
    bench.say(`落点：${landed}；读者共请求 ${killing.asked} 次，服务器 ${serving.origins.length} 台`);
    await bench.trial('上线和清理中至少杀了四分之一', async () => {
      const inside = (killing.landed.get('上线') ?? 0) + (killing.landed.get('清理') ?? 0);
      return inside * 4 >= bench.count || bench.over ? [] : [`只有 ${inside} 次`];
    });
  },
});
