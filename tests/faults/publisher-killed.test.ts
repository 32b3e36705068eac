/**
 * Law 4 under kill -9: at whatever point a publishing process dies, every path serves its old bytes or its
 * new bytes, lists link to pages that are there, and the next run gives exactly a clean render.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRegistry } from '../../scripts/publisher/static-server/registry.ts';
import { staticServer } from '../../scripts/publisher/static-server/server.ts';
import { versionOf } from '../rigs/big-pages.ts';
import { pagesOf } from '../rigs/publisher.ts';
import { smallBundle } from '../rigs/small-bundle.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { cleanTree, differenceOf, publishInto } from '../rigs/two-trees.ts';

/** Enough to land in every phase; a thousand with XINGLIN_KILLS=1000. */
const kills = Number(process.env['XINGLIN_KILLS'] ?? 12);

type Tree = Record<string, string>;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const live = (): Tree => pagesOf(join(folder.path, 'live'));
/** Without hidden files: no server serves them, so that no reader can see what waits beside. */
const visible = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([file]) => !file.includes('/.') && !file.startsWith('.')));

/** Runs a publishing process; kills it so many milliseconds after its pass began. Resolves to how long it ran. */
async function run(
  version: number,
  { killAfter, mutant = '' }: { killAfter?: number; mutant?: string },
): Promise<number> {
  const script = join(import.meta.dirname, '..', 'rigs', 'publishing-child.ts');
  const child = fork(script, [folder.path, String(version), mutant], { execArgv: [] });
  await once(child, 'message');
  const began = performance.now();
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  if (killAfter === undefined) expect(code).toBe(0);
  return performance.now() - began;
}

/** The next run, in this process: what a restarted publisher does. */
async function mend(version: number): Promise<void> {
  await publishInto(folder.path, versionOf(version), smallBundle());
}

/** Files that are neither what they were nor what they become. */
function torn(found: Tree, before: Tree, after: Tree): string[] {
  return Object.entries(found).flatMap(([file, bytes]) =>
    bytes === before[file] || bytes === after[file] ? [] : [`torn: ${file}`],
  );
}

/** Links of lists to articles that are not there. */
function dangling(found: Tree): string[] {
  return Object.entries(found)
    .filter(([file]) => file === 'index.html' || file.startsWith('tags/'))
    .flatMap(([, page]) =>
      Array.from(page.matchAll(/href="\/(news\/[^"]*)"/g), (match) => `${match[1]}index.html`),
    )
    .filter((file) => found[file] === undefined)
    .map((file) => `dangling: ${file}`);
}

/** Kills one run at a random point and answers what was wrong afterwards. */
async function killedOnce(version: number, before: Tree, usual: number, mutant = ''): Promise<string[]> {
  const after = await cleanTree(versionOf(version), smallBundle());
  await run(version, { killAfter: Math.random() * usual, mutant });
  const found = visible(live());
  return [...torn(found, before, after), ...dangling(found)];
}

test(`killed ${kills} times at random points, it never leaves a torn file, and the next run mends everything`, async () => {
  await mend(0);
  const usual = await run(1, {});
  let before = live();
  for (let version = 2; version < kills + 2; version += 1) {
    expect(await killedOnce(version, before, usual)).toEqual([]);
    await mend(version);
    before = live();
    expect(differenceOf(before, await cleanTree(versionOf(version), smallBundle()))).toBeUndefined();
  }
});

test('the harness catches a publisher that writes in place', async () => {
  await mend(0);
  const usual = await run(1, { mutant: 'in-place' });
  const caught: string[] = [];
  for (let version = 2; caught.length === 0 && version < 40; version += 1) {
    caught.push(...(await killedOnce(version, live(), usual, 'in-place')));
    await mend(version);
  }
  expect(caught.length).toBeGreaterThan(0);
});

test('readers of the served site see old pages or new ones, whole, while it publishes', async () => {
  await mend(0);
  const before = live();
  const after = await cleanTree(versionOf(1), smallBundle());
  const registry = openRegistry(join(folder.path, 'publisher', 'publisher.db'));
  const server = staticServer({ root: join(folder.path, 'live'), registry }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const publishing = run(1, {});
  let over = false;
  void publishing.finally(() => {
    over = true;
  });
  const wrong: string[] = [];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (file) => file !== '404.html',
  );
  while (!over) {
    for (const file of paths) {
      const answer = await fetch(origin + file.replace(/index\.html$/, ''));
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      const right = answer.ok
        ? [before[file], after[file]].includes(bytes)
        : before[file] === undefined || after[file] === undefined;
      if (!right) wrong.push(`${file} ${answer.status}`);
    }
  }
  await publishing;
  server.closeAllConnections();
  server.close();
  registry.close();
  expect(wrong).toEqual([]);
  expect(differenceOf(live(), after)).toBeUndefined();
});
