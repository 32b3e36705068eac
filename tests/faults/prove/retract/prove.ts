/**
 * Retracted items that can be recognised by their words and pixels: after each retraction its address serves
 * nothing of it, at ten thousand articles within two seconds; and afterwards nothing of any of them is left, served
 * or kept: pages and their compressed forms, objects, trees, derivatives, databases with their logs and free pages.
 * No rollback brings them back.
 */
import { join } from 'node:path';
import type { Item } from '@xinglin/shared/content/item.js';
import { corpus } from '../../../rigs/corpus.ts';
import { article, site as siteItem } from '../../../rigs/items.ts';
import { released } from '../parts/children.ts';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';
import { addresses } from '../parts/reader.ts';
import { openSite, type Site, someItems } from '../parts/site.ts';
import { spied } from '../parts/spied.ts';
import { type Canary, canary } from './canaries.ts';
import { madeOf, search, type Wanted } from './search.ts';

/** Milliseconds from the retraction to a site without the item, at the full size. */
const goneWithin = 2_000;
const fullSize = 10_000;
/** Seconds until a release of that size must be there, on a machine that has other work as well. */
const patience = 900;

const reasons = [
  { reason: 'withdrawn', explanation: '经核实内容有误，现予撤下。' },
  { reason: 'gone' },
  { reason: 'redirect', redirectTo: '/news/a0/' },
] as const;

class Retracting {
  readonly #bench: Bench;
  readonly #site: Site;
  readonly canaries: Canary[] = [];
  origin = '';
  #releases = 0;
  #child: Awaited<ReturnType<Site['resident']>>['child'] | undefined;
  #slowest = 0;

  constructor(bench: Bench, site: Site) {
    this.#bench = bench;
    this.#site = site;
  }

  /** Publishes the canaries in three editions, so that the past holds them as well, among those who name them. */
  async begin(): Promise<void> {
    const { cms, dataDir } = this.#site;
    for (let index = 0; index < this.#bench.count; index += 1) {
      const made = await canary(index, this.#bench.dice('canary', index));
      this.canaries.push(made);
      for (const [hash, bytes] of made.bytes) cms.media.set(hash, bytes);
      cms.ledger.put(...made.items(1), naming(made));
    }
    const spy = spied({ dataDir, journal: join(dataDir, '..', 'journal'), mutant: this.#bench.mutant });
    const { child, origin } = await this.#site.resident(this.#bench.mutant === undefined ? {} : spy.options);
    this.#child = child;
    this.origin = origin;
    await this.#next();
    for (const edition of [2, 3]) {
      for (const one of this.canaries) cms.ledger.put(...one.items(edition));
      // Every page changes: a site of many pages gets a tree of its own, and keeps the one before.
      cms.ledger.put({ ...siteItem, name: `杏林医院 ${edition}` });
      cms.wake();
      await this.#next();
    }
  }

  async #next(): Promise<void> {
    this.#releases += 1;
    if (this.#child !== undefined) await released(this.#child, this.#releases, patience);
  }

  async retract(index: number): Promise<Wrong> {
    const one = this.canaries[index] as Canary;
    const { ledger } = this.#site.cms;
    const began = performance.now();
    ledger.remove('article', one.id, reasons[index % reasons.length]);
    ledger.remove('media', `${one.id}p`).remove('media', `${one.id}d`);
    this.#site.cms.wake();
    await this.#next();
    const milliseconds = performance.now() - began;
    this.#slowest = Math.max(this.#slowest, milliseconds);
    const wrong = await this.#served([`/news/canary-${index}/`, '/', '/tags/ai/', '/rss.xml'], [one.word]);
    const late = !this.#bench.quick && milliseconds > goneWithin;
    return late ? [...wrong, `用了 ${Math.round(milliseconds)} 毫秒`] : wrong;
  }

  async #served(paths: readonly string[], words: readonly string[]): Promise<string[]> {
    const asked = paths.map(async (path) => {
      const answer = await fetch(this.origin + path, { redirect: 'manual' });
      const text = await answer.text();
      return words.filter((word) => text.includes(word)).map((word) => `${path} 上还有「${word}」`);
    });
    return (await Promise.all(asked)).flat();
  }

  /** Everything that belongs to each canary, as it stands before the retractions. */
  wanted(): Wanted[] {
    return this.canaries.map(({ id, word, bytes }) => ({
      of: id,
      words: [word],
      hashes: madeOf(this.#site.dataDir, [...bytes.keys()]),
    }));
  }

  /** Goes back to the first release, where all of them stood, and asks for every page. */
  async rollBack(): Promise<Wrong> {
    const child = this.#site.start('rollback', ['1']);
    const code = await child.ended;
    if (code !== 0) return [`回退的退出码是 ${code}：${child.said()}`];
    const words = this.canaries.map(({ word }) => word);
    const wrong: string[] = [];
    for (const path of addresses(this.#site.live())) wrong.push(...(await this.#served([path], words)));
    return wrong;
  }

  get slowest(): number {
    return Math.round(this.#slowest);
  }
}

/** An article that shows a canary's title and picture beside its own words. */
function naming({ id }: Canary): Item {
  const { related } = article('empty');
  return article(`names${id}`, { related: { ...related, articles: [id] } });
}

await prove({
  name: 'retract',
  summary: '证明撤下的内容哪里都找不到：页面、压缩文件、存档、旧版本、图片、数据库；回退也回不来。',
  counts: { full: 20, quick: 4 },
  mutants: { 'forgets-objects': '不删存档里的旧页面', 'forgets-derivatives': '不删做好的图片' },
  async run(bench) {
    const size = bench.quick ? 0 : fullSize;
    const base = size === 0 ? [] : [...corpus({ articles: size })].filter(({ type }) => type !== 'site');
    await using site = await openSite([...someItems(30), ...base]);
    const retracting = new Retracting(bench, site);
    await retracting.begin();
    const wanted = retracting.wanted();
    for (let index = 0; index < bench.count; index += 1) {
      await bench.trial(`撤下第 ${index + 1} 条`, () => retracting.retract(index));
    }
    bench.say(`最慢的一次撤下用了 ${retracting.slowest} 毫秒`);
    const left = search(site.dataDir, wanted);
    for (const { of } of wanted) {
      await bench.trial(`哪里都没有 ${of}`, async () => left.get(of) ?? []);
    }
    await bench.trial('回退也回不来', () => retracting.rollBack());
    const again = search(site.dataDir, wanted);
    await bench.trial('回退之后仍然哪里都没有', async () => [...again.values()].flat());
  },
});
