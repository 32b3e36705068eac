import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, media, site, tag } from '../../tests/rigs/items.ts';
import { Ledger } from '../../tests/rigs/ledger.ts';
import { filesOf, noCms, openPublisher } from '../../tests/rigs/publisher.ts';
import { smallBundle } from '../../tests/rigs/small-bundle.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { makeDerivative } from './adapters/make-derivative.ts';
import { mediaStore } from './adapters/media-store.ts';
import { MediaFault } from './ports.ts';
import { publish } from './publish.ts';

const whole = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2a7' } })
  .png()
  .toBuffer();
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let folder: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;
/** The CMS's files by hash; what is asked and what is made is counted. */
let files: Map<string, Uint8Array>;
let asked: string[];
let made: string[];
beforeEach(() => {
  folder = temporaryFolder();
  files = new Map();
  [asked, made] = [[], []];
  ledger = new Ledger().put(
    site,
    tag('ai', '人工智能'),
    article('a', { cover: 'm', tags: ['ai'] }),
    article('b'),
  );
});
afterEach(() => folder[Symbol.dispose]());

const cms = {
  ...noCms,
  async media(sha256: string) {
    asked.push(sha256);
    const bytes = files.get(sha256);
    if (bytes === undefined) throw new MediaFault('媒体库里找不到这个文件的内容', { lasting: false });
    return bytes;
  },
};

async function publishNow({ full = false, version = '1' } = {}) {
  const workshop = await openPublisher(folder.path, { bundle: smallBundle(undefined, version), cms });
  const { derivatives, live } = workshop.paths;
  workshop.media = mediaStore({
    ...{ cms, derivatives, live },
    make(original, one) {
      made.push(one.path);
      return makeDerivative(original, one);
    },
  });
  ledger.applyTo(workshop.snapshot);
  try {
    const published = await publish(workshop, { allowMassDeletion: false, full });
    const { problems = [] } = workshop.state.outbox().at(-1)?.receipts ?? {};
    return { ...published, problems, dangling: danglingIn(workshop.snapshot) };
  } finally {
    workshop.close();
  }
}

/** Files that live pages name and that are not there. */
function danglingIn(snapshot: Snapshot): string[] {
  const pages = snapshot.all('article').map(({ slug }) => page(slug));
  const named = pages.flatMap((html) => html.match(/\/media\/[^\s<]+/g) ?? []);
  return named.filter((path) => !existsSync(join(folder.path, 'live', fileOf(path))));
}

const live = () => filesOf(join(folder.path, 'live'));
const page = (slug: string) => live()[`news/${slug}/index.html`] ?? '';

test('a picture that cannot be decoded is on no page; it is told with who uses it, and not tried again', async () => {
  const bytes = Buffer.from('no picture at all');
  files.set(hashOf(bytes), bytes);
  ledger.put(media('m', hashOf(bytes)));
  const first = await publishNow();
  expect(first.mediaProblems).toEqual([
    { id: 'm', name: 'm.png', problem: expect.stringContaining('图片解不开') },
  ]);
  expect(first.problems.map(({ type, id, level }) => [type, id, level])).toEqual([
    ['media', 'm', 'problem'],
    ['article', 'a', 'problem'],
  ]);
  expect(first.problems[1]?.problem).toMatch(/^文件「m\.png」无法显示，页面上用文字代替：图片解不开/);
  expect(page('a')).not.toContain('/media/');
  ledger.put(article('a', { cover: 'm', title: '改过' }));
  expect((await publishNow()).problems).toHaveLength(2);
  expect(asked).toHaveLength(1);
});

test('a picture whose bytes are not there yet comes as soon as they are', async () => {
  ledger.put(media('m', hashOf(whole)));
  const first = await publishNow();
  expect([first.dangling, page('a').includes('/media/')]).toEqual([[], false]);
  files.set(hashOf(whole), whole);
  const second = await publishNow();
  expect([second.made, second.dangling, second.problems]).toEqual([true, [], []]);
  expect(page('a')).toContain('/media/');
  expect((await publishNow()).made).toBe(false);
});

test('a whole look at everything tries a hopeless picture again', async () => {
  const bytes = Buffer.from('no picture at all');
  files.set(hashOf(bytes), bytes);
  ledger.put(media('m', hashOf(bytes)));
  await publishNow();
  const again = await publishNow({ full: true });
  expect([asked.length, again.dangling, page('a').includes('/media/')]).toEqual([2, [], false]);
});

test('other bytes in its place end the trouble', async () => {
  const bytes = Buffer.from('no picture at all');
  files.set(hashOf(bytes), bytes).set(hashOf(whole), whole);
  ledger.put(media('m', hashOf(bytes)));
  await publishNow();
  ledger.put(media('m', hashOf(whole)));
  const { problems, dangling } = await publishNow();
  expect([problems, dangling, page('a').includes('/media/')]).toEqual([[], [], true]);
});

test('what the CMS found broken is told with who uses it as well', async () => {
  ledger.put(media('m', hashOf(whole), { broken: '图片已损坏，无法打开，请重新上传' }));
  const { mediaProblems, problems } = await publishNow();
  expect([mediaProblems, asked]).toEqual([[], []]);
  expect(problems.map(({ type, id }) => [type, id])).toEqual([
    ['media', 'm'],
    ['article', 'a'],
  ]);
  ledger.put(article('a'));
  expect((await publishNow()).problems).toEqual([]);
});

test('every page and every file anew: nothing is fetched and nothing is encoded', async () => {
  files.set(hashOf(whole), whole);
  ledger.put(media('m', hashOf(whole)));
  await publishNow();
  expect(made.map((path) => path.slice(-8))).toEqual(['240.webp', '300.webp', '-300.jpg']);
  made.length = asked.length = 0;
  const full = await publishNow({ full: true });
  expect(full.counts.written).toBeGreaterThan(5);
  const recoded = await publishNow({ version: '2' });
  expect(recoded.counts.rendered).toBeGreaterThan(3);
  expect({ made, asked }).toEqual({ made: [], asked: [] });
});

test('a file that is lacking is made alone; what stands is not made again', async () => {
  files.set(hashOf(whole), whole);
  ledger.put(media('m', hashOf(whole)));
  await publishNow();
  const folderOf = join(folder.path, 'publisher', 'derivatives');
  const narrow = Object.keys(filesOf(folderOf)).find((file) => file.endsWith('-240.webp')) ?? '';
  rmSync(join(folderOf, narrow));
  made.length = 0;
  await publishNow({ full: true });
  expect(made.map((path) => path.slice(-8))).toEqual(['240.webp']);
});
