/**
 * A disk that is full at every stage of a publish, by bytes and by number of files: the publish fails with a
 * sentence, every live file is its old or its new self, and once there is room the next publish works unaided.
 */
import { join } from 'node:path';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';
import { openSite, type Site, someItems, type Tree } from '../parts/site.ts';
import { spied } from '../parts/spied.ts';
import { type SmallDisk, smallDisk } from '../parts/tmpfs.ts';
import { rewrite } from '../parts/versions.ts';

/** What is left free, as a share of what a publish takes: from nothing to enough. */
const most = 1.3;

/** Lines by which rewritten pages grow: what stood before would make room for what takes its place. */
const longer = 500;

interface Level {
  what: 'bytes' | 'files';
  share: number;
}

class Filling {
  readonly #bench: Bench;
  readonly #disk: SmallDisk;
  readonly #site: Site;
  /** What one publish takes at its height. */
  #takes = { bytes: 0, files: 0 };
  failed = 0;

  constructor(bench: Bench, disk: SmallDisk, site: Site) {
    this.#bench = bench;
    this.#disk = disk;
    this.#site = site;
  }

  async measure(): Promise<void> {
    rewrite(this.#site.cms.ledger, this.#bench.dice('measure'), longer);
    const before = this.#disk.used();
    const looking = setInterval(() => {
      const now = this.#disk.used();
      const { bytes, files } = this.#takes;
      this.#takes = {
        bytes: Math.max(bytes, now.bytes - before.bytes),
        files: Math.max(files, now.files - before.files),
      };
    }, 1);
    const { code, said } = await this.#site.publish();
    clearInterval(looking);
    if (code !== 0) throw new Error(said);
  }

  async once(index: number, { what, share }: Level): Promise<Wrong> {
    const { dataDir } = this.#site;
    const before = this.#site.live();
    rewrite(this.#site.cms.ledger, this.#bench.dice('rewrite', index), longer);
    const after = await this.#site.clean();
    this.#disk.leave({ [what]: Math.round(this.#takes[what] * share) });
    const { mutant } = this.#bench;
    const journal = join(dataDir, '..', '..', `${dataDir.split('/').at(-2)}-journal-${index}`);
    const spy = mutant === undefined ? undefined : spied({ dataDir, journal, mutant });
    const { code, said } = await this.#site.publish([], spy?.options);
    const wrong = torn(this.#site.live(), before, after);
    if (code !== 0) {
      this.failed += 1;
      this.#bench.say(`  ${said.trim().split('\n')[0]}`);
      if (!/[\u4e00-\u9fff]/.test(said) || /\n {4}at /.test(said)) wrong.push(`没有说成一句话：${said}`);
    }
    this.#disk.leave();
    const again = await this.#site.publish();
    if (again.code !== 0) wrong.push(`腾出空间后仍没有发布：${again.said}`);
    return [...wrong, ...(await this.#site.unlikeClean())];
  }
}

/** Files that readers see and that are neither what they were nor what they become. */
function torn(live: Tree, before: Tree, after: Tree): string[] {
  return [...new Set([...Object.keys(live), ...Object.keys(before), ...Object.keys(after)])]
    .filter((file) => !/(?:^|\/)\./.test(file))
    .filter((file) => live[file] !== before[file] && live[file] !== after[file])
    .map((file) => `${file} 既不是旧的也不是新的（${live[file]?.length ?? '没有这个文件'}）`);
}

/** Four of five levels are of bytes, the others of files. */
function levels(count: number): Level[] {
  const files = Math.max(1, Math.round(count / 5));
  const spread = (what: Level['what'], many: number): Level[] =>
    Array.from({ length: many }, (_, at) => ({ what, share: (most * at) / Math.max(1, many - 1) }));
  return [...spread('bytes', count - files), ...spread('files', files)];
}

await prove({
  name: 'diskfull',
  summary: '证明磁盘在发布的任何一步写满，网站都完好，腾出空间后再次发布不用人管。',
  counts: { full: 50, quick: 10 },
  mutants: { 'makes-room': '先删旧文件腾地方，再写新文件' },
  async run(bench) {
    using disk = smallDisk();
    await using site = await openSite(someItems(40), join(disk.path, 'data'));
    const first = await site.publish();
    if (first.code !== 0) throw new Error(first.said);
    const filling = new Filling(bench, disk, site);
    await filling.measure();
    const wanted = levels(bench.count);
    // Where the disk is full while pages are written: what a mutant is bad at.
    if (bench.mutant !== undefined) wanted.sort((a, b) => Math.abs(a.share - 0.8) - Math.abs(b.share - 0.8));
    for (const [index, level] of wanted.entries()) {
      if (bench.over) break;
      const name = `${level.what === 'bytes' ? '空间' : '文件数'}只剩一次发布的 ${Math.round(level.share * 100)} %`;
      await bench.trial(name, () => filling.once(index, level));
    }
    bench.say(`其中 ${filling.failed} 次写满了`);
    await bench.trial('至少三分之一写满了', async () =>
      filling.failed * 3 >= bench.count || bench.over ? [] : [`只有 ${filling.failed} 次`],
    );
  },
});
