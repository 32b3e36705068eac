import { createHash } from 'node:crypto';
import { existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, media, site, tag } from '../../tests/rigs/items.ts';
import { Ledger } from '../../tests/rigs/ledger.ts';
import { filesOf, noCms, openPublisher, pagesOf } from '../../tests/rigs/publisher.ts';
import { smallBundle, smallRenderer, unrenderable } from '../../tests/rigs/small-bundle.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { BundleFault } from './faults.ts';
import { patrol } from './patrol.ts';
import type { Bundle, Cms } from './ports.ts';
import { publish } from './publish.ts';

let folder: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;
beforeEach(() => {
  folder = temporaryFolder();
  ledger = new Ledger().put(site, tag('ai', '人工智能'), article('a', { tags: ['ai'] }), article('b'));
});
afterEach(() => folder[Symbol.dispose]());

const normal = { allowMassDeletion: false, full: false };

async function publishNow(options: { bundle?: Bundle; cms?: Cms; full?: boolean } = {}) {
  const workshop = await openPublisher(folder.path, options);
  ledger.applyTo(workshop.snapshot);
  try {
    await patrol(workshop);
    const published = await publish(workshop, { ...normal, full: options.full ?? false });
    return { ...published, outbox: workshop.state.outbox().map(({ receipts }) => receipts) };
  } finally {
    workshop.close();
  }
}

const live = () => pagesOf(join(folder.path, 'live'));

test('everything planned and every asset is live after the first release, and nothing else', async () => {
  const { release, counts } = await publishNow();
  expect(release.number).toBe(1);
  expect(counts).toEqual({ pages: 5, viewed: 5, rendered: 5, written: 7, removed: 0 });
  expect(Object.keys(live())).toEqual([
    '404.html',
    '_astro/style.1.css',
    'index.html',
    'news/a/index.html',
    'news/b/index.html',
    'robots.txt',
    'tags/ai/index.html',
  ]);
});

test('nothing changed: no release, nothing rendered', async () => {
  await publishNow();
  const again = await publishNow();
  expect([again.made, again.release.number, again.counts.rendered]).toEqual([false, 1, 0]);
});

test('one changed article renders its page and the lists that show it', async () => {
  await publishNow();
  ledger.put(article('a', { tags: ['ai'], title: '新题目' }));
  const { counts } = await publishNow();
  expect(counts).toEqual({ pages: 5, viewed: 5, rendered: 2, written: 2, removed: 0 });
  expect(Buffer.from(live()['tags/ai/index.html'] ?? '', 'latin1').toString()).toContain('新题目');
});

test('a revision that changes no page is a release all the same, with its receipt', async () => {
  await publishNow();
  ledger.put({ type: 'slot', id: 'top', position: '首页头条', items: [] });
  const { made, counts, outbox } = await publishNow();
  expect([made, counts.written]).toEqual([true, 0]);
  expect(outbox.at(-1)?.items.map(({ id }) => id)).toEqual(['top']);
});

test('a removed article loses its page and its folder', async () => {
  await publishNow();
  ledger.remove('article', 'b');
  const { counts } = await publishNow();
  expect(counts.removed).toBe(1);
  expect(existsSync(join(folder.path, 'live', 'news', 'b'))).toBe(false);
});

test('files that the publisher did not write are never deleted', async () => {
  await publishNow();
  writeFileSync(join(folder.path, 'live', 'verification.txt'), 'from the operator');
  ledger.remove('article', 'b');
  await publishNow();
  expect(live()['verification.txt']).toBe('from the operator');
});

test('other code renders every page again, and old hashed assets stay', async () => {
  await publishNow();
  const { counts } = await publishNow({ bundle: smallBundle(smallRenderer, '2') });
  expect(counts.rendered).toBe(5);
  expect(Object.keys(live()).filter((path) => path.startsWith('_astro'))).toEqual([
    '_astro/style.1.css',
    '_astro/style.2.css',
  ]);
});

test('a file that was changed, emptied or lost behind the back of the publisher is made again', async () => {
  await publishNow();
  const clean = live();
  writeFileSync(join(folder.path, 'live', 'index.html'), 'tampered');
  const page = join(folder.path, 'live', 'news', 'a', 'index.html');
  utimesSync(page, 1, 1);
  await publishNow();
  expect(live()).toEqual(clean);
});

test('two releases within a second never leave a file with its old second', async () => {
  const seconds = [];
  for (const title of ['甲甲', '乙乙', '丙丙']) {
    ledger.put(article('a', { title }));
    await publishNow();
    seconds.push(Math.floor(statSync(join(folder.path, 'live', 'news', 'a', 'index.html')).mtimeMs / 1000));
  }
  expect(new Set(seconds).size).toBe(3);
});

test('a page that cannot be rendered keeps its last good form, is named, and the rest goes on', async () => {
  await publishNow();
  const before = live()['news/a/index.html'];
  ledger.put(article('a', { body: unrenderable }), article('c'));
  const { pageFaults, outbox } = await publishNow();
  expect(pageFaults.map(({ path }) => path)).toEqual(['/news/a/']);
  expect(live()['news/a/index.html']).toBe(before);
  expect(live()['news/c/index.html']).toContain('c');
  expect(outbox.at(-1)?.problems[0]).toMatchObject({ type: 'article', id: 'a' });
  expect(outbox.at(-1)?.items.map(({ id }) => id)).toEqual(['c']);
  ledger.put(article('a', { body: '修好了' }));
  expect((await publishNow()).pageFaults).toEqual([]);
});

test('a bad page that is all there is left to make stops nobody: it is named at every look', async () => {
  await publishNow();
  ledger.put(article('a', { body: unrenderable }));
  await publishNow();
  const again = await publishNow();
  expect(again.pageFaults.map(({ path }) => path)).toEqual(['/news/a/']);
  expect(again.made).toBe(false);
});

test('templates that fail everywhere stop before anything changes', async () => {
  await publishNow();
  const clean = live();
  const broken = smallBundle(
    { ...smallRenderer, render: async () => ({ status: 500, body: Buffer.from('') }) },
    '2',
  );
  await expect(publishNow({ bundle: broken })).rejects.toThrow(BundleFault);
  expect(live()).toEqual(clean);
});

test('a plan that stumbles stops with a sentence', async () => {
  await publishNow();
  const clean = live();
  const plan = () => {
    throw new TypeError('month.replace is not a function');
  };
  await expect(publishNow({ bundle: smallBundle({ ...smallRenderer, plan }, '2') })).rejects.toThrow(
    /month\.replace/,
  );
  expect(live()).toEqual(clean);
});

test('receipts carry path, address, revision and the digest of the presented form', async () => {
  const { outbox, release } = await publishNow();
  const told = outbox[0]?.items.find(({ id }) => id === 'a');
  const row = ledger.rows.get('article a');
  expect(told).toEqual({
    type: 'article',
    id: 'a',
    revision: row?.revision,
    digest: row?.kind === 'put' ? row.digest : '',
    path: '/news/a/',
    url: 'https://news.example.cn/news/a/',
  });
  ledger.put(article('a', { tags: ['ai'], title: '新题目' }));
  expect((await publishNow()).outbox.at(-1)?.items[0]?.pages).toEqual({
    count: 2,
    paths: ['/news/a/', '/tags/ai/'],
  });
  expect(outbox[0]).toMatchObject({ release: release.number, revision: 4 });
  ledger.remove('article', 'a');
  expect((await publishNow()).outbox.at(-1)?.items.find(({ id }) => id === 'a')).toEqual({
    type: 'article',
    id: 'a',
    revision: 6,
    pages: { count: 3, paths: ['/', '/news/a/', '/tags/ai/'] },
  });
});

test('a picture is made once; it is kept for a rollback, and gone everywhere once its article is removed', async () => {
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2a7' } })
    .png()
    .toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let fetched = 0;
  const fetchOnce = async () => {
    fetched += 1;
    return bytes;
  };
  const cms = { ...noCms, media: fetchOnce };
  ledger.put(media('m', sha256), article('a', { cover: 'm' }));
  await publishNow({ cms });
  const picture = `media/${sha256.slice(0, 2)}/${sha256}-300.webp`;
  expect((await sharp(Buffer.from(live()[picture] ?? '', 'latin1')).metadata()).width).toBe(300);
  writeFileSync(join(folder.path, 'live', picture), 'tampered');
  await publishNow({ cms });
  expect(fetched).toBe(1);
  ledger.put(article('a'));
  await publishNow({ cms });
  expect(Object.keys(live()).some((path) => path.startsWith('media/'))).toBe(false);
  expect(Object.keys(filesOf(join(folder.path, 'publisher', 'derivatives')))).toHaveLength(3);
  ledger.remove('article', 'a');
  await publishNow({ cms });
  expect(Object.keys(filesOf(join(folder.path, 'publisher', 'derivatives')))).toEqual([]);
});
