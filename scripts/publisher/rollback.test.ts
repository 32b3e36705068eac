import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, site, tag } from '../../tests/rigs/items.ts';
import { Ledger } from '../../tests/rigs/ledger.ts';
import { filesOf, type OpenPublisher, openPublisher, pagesOf } from '../../tests/rigs/publisher.ts';
import { smallBundle, smallRenderer } from '../../tests/rigs/small-bundle.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import type { Bundle } from './ports.ts';
import { publish } from './publish.ts';
import { rollBack, unpin } from './rollback.ts';

let folder: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;
beforeEach(() => {
  folder = temporaryFolder();
  ledger = new Ledger().put(site, tag('ai', '人工智能'), article('a', { tags: ['ai'] }), article('b'));
});
afterEach(() => folder[Symbol.dispose]());

const live = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pagesOf(join(folder.path, 'live'))).map(([file, text]) => [
      file,
      Buffer.from(text, 'latin1').toString(),
    ]),
  );

/** Opens a publisher, brings its snapshot to the ledger, does the work, closes it. */
async function at<Result>(
  work: (workshop: OpenPublisher) => Promise<Result>,
  bundle: Bundle = smallBundle(),
): Promise<Result> {
  const workshop = await openPublisher(folder.path, { bundle });
  ledger.applyTo(workshop.snapshot);
  try {
    return await work(workshop);
  } finally {
    workshop.close();
  }
}

const publishNow = (bundle?: Bundle) =>
  at((workshop) => publish(workshop, { allowMassDeletion: false, full: false }), bundle);
const rollBackTo = (release?: number) => at((workshop) => rollBack(workshop, release));
const unpinNow = () =>
  at((workshop) => {
    unpin(workshop);
    return publish(workshop, { allowMassDeletion: true, full: false });
  });

/** Every place below the data folder where the text stands: in files, and compressed ones read. */
function tracesOf(text: string): string[] {
  const needle = Buffer.from(text);
  return readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      const plain = file.endsWith('.gz')
        ? gunzipSync(bytes)
        : file.endsWith('.br')
          ? brotliDecompressSync(bytes)
          : bytes;
      return plain.includes(needle);
    });
}

test('a rollback brings back every byte of the release, pins it, and the end of the pin brings the newest', async () => {
  await publishNow();
  const first = live();
  ledger.put(article('a', { title: '第二版', tags: ['ai'] }), article('c'));
  await publishNow();
  ledger.remove('article', 'b');
  await publishNow();
  const newest = live();
  const { release, target } = await rollBackTo(1);
  expect([release.number, target.number]).toEqual([4, 1]);
  // What was removed meanwhile does not come back; everything else does.
  const { 'news/b/index.html': gone, 'index.html': home, ...others } = first;
  expect(gone).toBeDefined();
  expect(home).toContain('/news/b/');
  const { 'index.html': homeNow, ...now } = live();
  expect(now).toEqual(others);
  expect(homeNow).not.toContain('/news/b/');
  await unpinNow();
  expect(live()).toEqual(newest);
});

test('without a number it goes one release back, and a second time one more', async () => {
  for (const title of ['甲', '乙', '丙']) {
    ledger.put(article('a', { title }));
    await publishNow();
  }
  expect((await rollBackTo()).target.number).toBe(2);
  expect((await rollBackTo()).target.number).toBe(1);
  await expect(rollBackTo()).rejects.toThrow(/没有更早的发布/);
  await expect(rollBackTo(99)).rejects.toThrow(/没有第 99 次发布.*1/);
});

test('while a release is pinned publishes queue, and a removal is live at once', async () => {
  await publishNow();
  ledger.put(article('a', { title: '新题目', tags: ['ai'] }));
  await publishNow();
  await rollBackTo(1);
  const pinned = live();
  ledger.put(article('c', { title: '排队的一篇' }));
  expect((await publishNow()).made).toBe(false);
  expect(live()).toEqual(pinned);
  ledger.remove('article', 'b');
  const { made, release } = await publishNow();
  expect([made, release.kind]).toEqual([true, 'removal']);
  expect(live()['news/b/index.html']).toBeUndefined();
  expect(live()['news/a/index.html']).toBe(pinned['news/a/index.html']);
  await unpinNow();
  expect(live()['news/a/index.html']).toContain('新题目');
  expect(live()['news/c/index.html']).toContain('排队的一篇');
});

test('a removed article is nowhere: not in any release, object, tree or database, and no rollback brings it back', async () => {
  const secret = '金丝雀一二三';
  await publishNow();
  ledger.put(article('b', { title: secret, body: `${secret}的正文` }));
  await publishNow();
  ledger.put(article('a', { title: '别的改动' }));
  await publishNow();
  ledger.remove('article', 'b');
  await publishNow();
  expect(tracesOf(secret)).toEqual([]);
  for (const release of [2, 3]) {
    await rollBackTo(release);
    expect(tracesOf(secret)).toEqual([]);
    expect(live()['news/b/index.html']).toBeUndefined();
  }
});

test('old releases go with what only they needed, and the live tree keeps its objects', async () => {
  for (let version = 0; version < 6; version += 1) {
    ledger.put(article('a', { title: `第 ${version} 版` }));
    await at((workshop) =>
      publish({ ...workshop, keepReleases: 3 }, { allowMassDeletion: false, full: false }),
    );
  }
  await at(async ({ state, objects, paths }) => {
    expect(state.releases(10).map(({ number }) => number)).toEqual([6, 5, 4]);
    for (const { object } of state.files()) expect(object && objects?.has(object)).toBe(true);
    const stored = Object.keys(filesOf(paths.objects)).map((file) => file.slice(3));
    const named = [4, 5, 6].flatMap((release) => [...state.manifest(release)].map(({ object }) => object));
    expect(new Set(stored)).toEqual(new Set(named));
  });
  expect(tracesOf('第 1 版')).toEqual([]);
  await expect(rollBackTo(3)).rejects.toThrow(/现存第 4–6 次发布/);
  await rollBackTo(4);
  expect(live()['news/a/index.html']).toContain('第 3 版');
});

test('other templates on a large site make a tree of their own, and the way back is one rename', async () => {
  for (let number = 0; number < 420; number += 1) ledger.put(article(`m${number}`));
  await publishNow();
  const first = live();
  expect(readlinkSync(join(folder.path, 'live'))).toBe('trees/2');
  expect(existsSync(join(folder.path, 'trees', '1'))).toBe(false);
  const other = smallBundle(
    {
      ...smallRenderer,
      render: async (path, view) => {
        const { status, body } = await smallRenderer.render(path, view);
        return { status, body: Buffer.concat([body, Buffer.from('<!-- 2 -->')]) };
      },
    },
    '2',
  );
  const { release } = await publishNow(other);
  expect(release.kind).toBe('template');
  expect(readlinkSync(join(folder.path, 'live'))).toBe('trees/3');
  const second = live();
  expect(second['news/m7/index.html']).toContain('<!-- 2 -->');
  ledger.put(article('m7', { title: '之后的改动' }));
  await publishNow(other);
  await at((workshop) => rollBack(workshop, 1), other);
  expect(readlinkSync(join(folder.path, 'live'))).toBe('trees/2');
  expect(live()).toEqual(first);
  await at((workshop) => rollBack(workshop, 2), other);
  expect(live()).toEqual(second);
  expect(existsSync(join(folder.path, 'trees', '2'))).toBe(true);
});
