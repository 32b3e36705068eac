/**
 * Back to an earlier release and on again, by the real command while the publisher runs, under a thousand requests a
 * second for everything that stands in both releases: each answer is 200, and whole. Half of the flips change files
 * in place; the others, of a site whose every page changed, switch trees by one rename.
 */
import { join } from 'node:path';
import type { Item } from '@xinglin/shared/content/item.js';
import { dataPaths } from '../../../../scripts/data-paths.ts';
import { site as siteItem, tag } from '../../../rigs/items.ts';
import { hasNginx, startNginx } from '../../../rigs/nginx.ts';
import { released } from '../parts/children.ts';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';
import { addresses, type Reader, read } from '../parts/reader.ts';
import { changes, openSite, type Site, someItems, type Tree } from '../parts/site.ts';
import { spied } from '../parts/spied.ts';

/** Requests a second. */
const readersPace = 1_000;

/** Each flip is a release: the first one must outlive them all. */
const keepAll = { XINGLIN_KEEP_RELEASES: '1000' };

interface Way {
  name: string;
  articles: number;
  /** What the later release changes; only changes, so that every path stands in both. */
  change: Item;
}

const inPlace: Way = { name: '就地', articles: 40, change: tag('ai', '人工智能与医学') };
/** So many pages, and another name on each: the publisher makes a tree of its own. */
const byTree: Way = { name: '换目录', articles: 420, change: { ...siteItem, name: '杏林总医院' } };

class Flipping {
  readonly #site: Site;
  readonly #trees: { earlier: Tree; later: Tree };
  readonly #reader: Reader;
  #back = false;

  constructor(site: Site, trees: { earlier: Tree; later: Tree }, reader: Reader) {
    this.#site = site;
    this.#trees = trees;
    this.#reader = reader;
  }

  async once(): Promise<Wrong> {
    this.#back = !this.#back;
    const child = this.#site.start('rollback', [this.#back ? '1' : '--unpin']);
    const code = await child.ended;
    const wrong = code === 0 ? [] : [`退出码是 ${code}：${child.said()}`];
    const { earlier, later } = this.#trees;
    wrong.push(...changes(this.#back ? earlier : later, this.#site.live()));
    return [...wrong, ...this.#reader.news()];
  }
}

async function flips(bench: Bench, way: Way, count: number): Promise<void> {
  await using site = await openSite(someItems(way.articles));
  const journal = join(site.dataDir, '..', 'journal');
  const spy = spied({ dataDir: site.dataDir, journal, mutant: bench.mutant }, keepAll);
  const { child, origin } = await site.resident(bench.mutant === undefined ? { env: keepAll } : spy.options);
  await released(child, 1);
  const earlier = site.live();
  site.cms.ledger.put(way.change);
  site.cms.wake();
  await released(child, 2);
  const later = site.live();
  const { live, publisher } = dataPaths(site.dataDir);
  await using nginx = hasNginx ? await startNginx(live, join(publisher, 'rules')) : undefined;
  const origins = nginx === undefined ? [origin] : [origin, nginx.url];
  const known = new Set(addresses(later));
  const paths = addresses(earlier).filter((path) => known.has(path));
  const standing = { before: earlier, after: later };
  const dice = bench.dice('read', way.name);
  const reader = read({ origins, standing, paths, dice, pace: readersPace });
  const began = performance.now();
  const flipping = new Flipping(site, { earlier, later }, reader);
  for (let index = 0; index < count && !bench.over; index += 1) {
    await bench.trial(`${way.name}：${index % 2 === 0 ? '回退' : '恢复'}`, () => flipping.once());
  }
  const last = await reader.stop();
  const pace = Math.round(reader.asked / ((performance.now() - began) / 1000));
  bench.say(`${way.name}：${paths.length} 个网址，请求 ${reader.asked} 次（每秒 ${pace} 次）`);
  if (!bench.over) await bench.trial(`${way.name}：最后的应答也都完好`, async () => last);
}

await prove({
  name: 'rollback',
  summary: '证明回退和恢复时，两次发布都有的每个网址始终答 200，内容完整。',
  counts: { full: 200, quick: 8 },
  mutants: { 'unlinks-first': '先删掉 live，再指向另一个目录' },
  async run(bench) {
    const half = Math.ceil(bench.count / 2);
    if (bench.mutant === undefined) await flips(bench, inPlace, bench.count - half);
    await flips(bench, byTree, half);
  },
});
