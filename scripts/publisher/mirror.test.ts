import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MirroredSite, type WatchedTarget, watchedTarget } from '../../tests/rigs/mirrored-site.ts';
import { filesOf } from '../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { openMemory } from './adapters/targets/memory.ts';
import { mirror, type SourcePath } from './mirror.ts';

const mark = '.xinglin-mirror';

let folder: ReturnType<typeof temporaryFolder>;
let here: string;
let there: string;
let site: MirroredSite;
let target: WatchedTarget;
let memory: ReturnType<typeof openMemory>;
beforeEach(() => {
  folder = temporaryFolder();
  [here, there] = [join(folder.path, 'here'), join(folder.path, 'there')];
  site = new MirroredSite(here);
  target = watchedTarget(there);
  memory = openMemory(join(folder.path, 'memory.db'));
});
afterEach(() => {
  memory.close();
  folder[Symbol.dispose]();
});

const run = (options: Partial<Parameters<typeof mirror>[3]> = {}) =>
  mirror(site, target, memory, { verify: false, removeStrangers: false, dryRun: false, ...options });
/** All moves since the last asking. */
const moves = () => target.moves.splice(0);
const equal = () => {
  const { [mark]: _, ...files } = filesOf(there);
  expect(files).toEqual(filesOf(here));
};

test('the first run brings everything, the next nothing, and then only what changed', async () => {
  site.publish(['a', 'b'], '1');
  site.put('/_astro/a.css', 'css', { origin: 'asset', variants: ['gz', 'br'] });
  await run();
  equal();
  expect(moves()).toEqual([
    '+ _astro/a.css',
    '+ _astro/a.css.gz',
    '+ _astro/a.css.br',
    '+ news/a/index.html',
    '+ news/b/index.html',
    '+ index.html',
  ]);
  await run();
  expect(moves()).toEqual([]);
  site.put('/news/a/', 'another title');
  site.take('/news/b/');
  await run();
  expect(moves()).toEqual(['+ news/a/index.html', '- news/b/index.html']);
  equal();
  expect(readdirSync(join(there, 'news'))).toEqual(['a']);
});

test('a dry run names what would move, and moves nothing', async () => {
  site.publish(['a'], '1');
  const { plan } = await run({ dryRun: true });
  expect(plan.passes.map((pass) => pass.map(({ path }) => path))).toEqual([['/news/a/'], ['/']]);
  expect(moves()).toEqual([]);
  expect(await target.mark()).toBeUndefined();
});

test('a variant that is no longer made is taken away with its page’s new bytes', async () => {
  site.put('/news/a/', 'long', { variants: ['gz', 'br'] });
  await run();
  moves();
  site.put('/news/a/', 'short', { variants: ['gz'] });
  await run();
  expect(moves()).toEqual(['+ news/a/index.html', '+ news/a/index.html.gz', '- news/a/index.html.br']);
  equal();
});

test('no link leads nowhere at any moment, whatever was published and taken away', async () => {
  const names = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']);
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 5 }), async (history) => {
      for (const [index, published] of history.entries()) {
        site.publish(published, `${index} ${published.join()}`);
        await run();
        equal();
      }
      expect(target.broken).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('an order that puts lists before pages is caught by the same look', async () => {
  site.publish(['a', 'b'], '1');
  // As if everything were an asset: the paths alone decide, and home comes first.
  for (const row of site.rows.values()) site.rows.set(row.path, { ...row, origin: 'asset' });
  await run();
  expect(target.broken).not.toEqual([]);
});

test('a run that broke off anywhere is made good by the next one', async () => {
  site.publish(['a', 'b', 'c'], '1');
  await run();
  for (let steps = 0; steps < 5; steps += 1) {
    site.publish(steps % 2 === 0 ? ['a', 'x'] : ['a', 'b', 'c'], `after ${steps}`);
    target.failAfter = steps;
    await expect(run()).rejects.toThrow('the network is down');
    target.failAfter = -1;
    expect(target.broken).toEqual([]);
    await run();
    equal();
  }
});

test('an edit that was taken back after a run broke off is brought all the same', async () => {
  site.publish(['a'], 'old');
  await run();
  site.publish(['a'], 'new');
  target.failAfter = 1;
  await expect(run()).rejects.toThrow('the network is down');
  expect(readFileSync(join(there, 'news/a/index.html'), 'utf8')).toContain('new');
  target.failAfter = -1;
  site.publish(['a'], 'old');
  await run();
  equal();
});

test('where somebody else worked on the target, its bytes decide and not the memory', async () => {
  site.publish(['a', 'b'], '1');
  await run();
  moves();
  writeFileSync(join(there, mark), 'another machine’s\n');
  writeFileSync(join(there, 'news/b/index.html'), 'tampered');
  await run();
  expect(moves()).toEqual(['+ news/b/index.html']);
  equal();
});

test('without memory, what is right there already is not brought again', async () => {
  site.publish(['a', 'b'], '1');
  await run();
  moves();
  memory.close();
  memory = openMemory(join(folder.path, 'another.db'));
  await run();
  expect(moves()).toEqual([]);
  site.put('/news/a/', 'changed');
  await run();
  expect(moves()).toEqual(['+ news/a/index.html']);
});

test('verifying finds tampered, missing and foreign files; foreign ones go only when told', async () => {
  site.publish(['a', 'b', 'c'], '1');
  await run();
  moves();
  writeFileSync(join(there, 'news/a/index.html'), readFileSync(join(there, 'news/a/index.html')).reverse());
  await target.remove(['news/b/index.html'], []);
  moves();
  writeFileSync(join(there, 'MP_verify_x.txt'), 'of the office');
  expect((await run()).strangers).toEqual([]);
  expect(moves()).toEqual([]);
  expect((await run({ verify: true })).strangers).toEqual(['MP_verify_x.txt']);
  expect(moves()).toEqual(['+ news/a/index.html', '+ news/b/index.html']);
  await run({ verify: true, removeStrangers: true });
  equal();
});

test('unfinished files of an interrupted run are taken away, hidden files of others are not', async () => {
  site.publish(['a'], '1');
  await run();
  site.publish(['a'], '2');
  target.failAfter = 1;
  await expect(run()).rejects.toThrow();
  target.failAfter = -1;
  writeFileSync(join(there, '.index.html.xinglin-new'), 'half');
  writeFileSync(join(there, '.index.html.a1B2c3'), 'half');
  writeFileSync(join(there, '.htaccess'), 'of the office');
  await run();
  expect(readdirSync(there).sort()).toEqual(['.htaccess', mark, 'index.html', 'news']);
});

test('what a release is at work on is neither brought nor taken away, and a later run brings it', async () => {
  site.publish(['a', 'b'], '1');
  await run();
  moves();
  site.publish(['a', 'b'], '2');
  const busy = site.rows.get('/news/a/') as SourcePath;
  site.rows.set('/news/a/', { ...busy, unknown: true });
  expect((await run()).unsettled).toEqual(['/news/a/']);
  expect(moves()).toEqual(['+ news/b/index.html', '+ index.html']);
  site.rows.set('/news/a/', busy);
  expect((await run()).unsettled).toEqual([]);
  equal();
});

test('a release in the middle of a run is noticed, even where it put the old bytes back', async () => {
  site.publish(['a', 'b'], '1');
  await run();
  site.publish(['a', 'b'], '2');
  let readings = 0;
  site.beforeRead = () => {
    readings += 1;
    if (readings === 2) site.publish(['a', 'b'], '2');
  };
  expect((await run()).unsettled).toEqual(['/news/a/', '/news/b/', '/']);
  site.beforeRead = () => {};
  moves();
  expect((await run()).unsettled).toEqual([]);
  expect(moves()).toHaveLength(3);
  equal();
});
