import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, site, tag } from '../../tests/rigs/items.ts';
import { Ledger } from '../../tests/rigs/ledger.ts';
import { openPublisher } from '../../tests/rigs/publisher.ts';
import { smallBundle, smallRenderer } from '../../tests/rigs/small-bundle.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import type { Bundle } from './ports.ts';
import { publish } from './publish.ts';

let folder: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;
beforeEach(() => {
  folder = temporaryFolder();
  ledger = new Ledger().put(site, tag('ai'), article('a', { body: '见[乙](/news/b/)。' }), article('b'));
});
afterEach(() => folder[Symbol.dispose]());

/** Publishes; answers what the office is told in the newest receipts, and what stands in the state. */
async function publishNow(bundle: Bundle = smallBundle()) {
  const workshop = await openPublisher(folder.path, { bundle });
  ledger.applyTo(workshop.snapshot);
  try {
    const { release, pageFaults } = await publish(workshop, { allowMassDeletion: false, full: false });
    const last = workshop.state.outbox().at(-1)?.receipts;
    const problems = last?.release === release.number ? last.problems : [];
    return { release, pageFaults, problems, standing: [...workshop.state.findings().keys()] };
  } finally {
    workshop.close();
  }
}

/** A renderer whose pages end with what `more` says. */
const withMore = (more: (path: string) => string): Bundle =>
  smallBundle({
    ...smallRenderer,
    async render(path, view) {
      const { status, body } = await smallRenderer.render(path, view);
      return { status, body: Buffer.concat([body, Buffer.from(more(path))]) };
    },
  });

test('the office is told of a link whose page was taken down, as long as it stands', async () => {
  expect((await publishNow()).problems).toEqual([]);

  ledger.remove('article', 'b', { reason: 'withdrawn' });
  const told = [
    { type: 'article', id: 'a', level: 'warning', problem: expect.stringMatching(/「乙」.*已撤稿/) },
  ];
  expect((await publishNow()).problems).toEqual(told);

  ledger.put(article('c'));
  expect((await publishNow()).problems).toEqual(told);

  ledger.put(article('b'));
  const after = await publishNow();
  expect(after.problems).toEqual([]);
  expect(after.standing).toEqual([]);
});

test('who is told of a dead link and goes as well leaves nothing standing', async () => {
  await publishNow();
  ledger.remove('article', 'b');
  expect((await publishNow()).standing).toEqual(['article a']);
  ledger.remove('article', 'a');
  expect((await publishNow()).standing).toEqual([]);
});

test('a template’s dead link is a warning and goes live, once for all the pages that have it', async () => {
  const { problems, pageFaults } = await publishNow(withMore(() => '<a href="/about/">关于</a>'));
  expect(pageFaults).toEqual([]);
  expect(problems.map(({ level, problem }) => [level, problem])).toEqual([
    ['warning', expect.stringMatching(/等 5 个页面上有链接或图片指向 \/about\/，那里没有内容/)],
  ]);
});

test('an anchor on another page of the same pass is found there or told', async () => {
  const links = (path: string) =>
    path === '/' ? '<a href="/news/a/#s-1">一</a><a href="/news/a/#s-2">二</a>' : '<h2 id="s-1">一</h2>';
  const { problems } = await publishNow(withMore(links));
  expect(problems.map(({ problem }) => problem)).toEqual([expect.stringContaining('「#s-2」')]);
});

test('a page that comes out empty is a problem: the live one stays', async () => {
  await publishNow();
  ledger.put(article('a', { title: '改了' }));
  const empty = smallBundle({
    ...smallRenderer,
    render: async (path, view) =>
      path === '/news/a/' ? { status: 200, body: Buffer.from('<p></p>') } : smallRenderer.render(path, view),
  });
  const { pageFaults } = await publishNow(empty);
  expect(pageFaults).toEqual([{ path: '/news/a/', problem: '/news/a/ 生成出来是空的。' }]);
});
