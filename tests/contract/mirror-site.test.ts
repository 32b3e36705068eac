import { mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sha256 } from '@xinglin/shared/digest.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataPaths } from '../../scripts/data-paths.ts';
import { writePublishedIds } from '../../scripts/publisher/adapters/published-ids.ts';
import { writeRules } from '../../scripts/publisher/adapters/rules-files.ts';
import { stateTables } from '../../scripts/publisher/adapters/state-tables.ts';
import { runVerb } from '../rigs/newsroom.ts';
import { filesOf } from '../rigs/publisher.ts';
import { hasRsync, localShell } from '../rigs/rsync.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

/** Path → file and text of a live tree of three paths; the last one moved. */
const pages = { '/': 'index.html', '/news/a/': 'news/a/index.html', '/news/old/': 'news/old/index.html' };

let folder: ReturnType<typeof temporaryFolder>;
let there: string;
beforeEach(async () => {
  folder = temporaryFolder();
  there = join(folder.path, 'there');
  const paths = dataPaths(join(folder.path, 'data'));
  mkdirSync(paths.publisher, { recursive: true });
  const tree = join(folder.path, 'data/trees/1');
  const state = new DatabaseSync(paths.publisherState);
  state.exec(stateTables);
  const insert = state.prepare(
    `INSERT INTO file (path, origin, kind, status, location, view, object, size, mtime, unknown)
     VALUES (?, 'page', 'page', ?, ?, NULL, ?, ?, 1790000000, 0)`,
  );
  for (const [path, file] of Object.entries(pages)) {
    const moved = path === '/news/old/';
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `page ${path}`);
    utimesSync(join(tree, file), 1_790_000_000, 1_790_000_000);
    insert.run(path, moved ? 301 : 200, moved ? '/news/a/' : null, sha256(`page ${path}`), 6 + path.length);
  }
  writeFileSync(join(tree, 'index.html.gz'), 'compressed');
  state.close();
  symlinkSync('trees/1', paths.live);
  await writePublishedIds(paths.publishedIds, ['a1', 'b2']);
  await writeRules(join(paths.publisher, 'rules'), [
    { path: '/news/old/', status: 301, location: '/news/a/' },
  ]);
});
afterEach(() => folder[Symbol.dispose]());

const mirrorSite = (...args: string[]) =>
  runVerb('mirror-site', args, { XINGLIN_DATA_DIR: join(folder.path, 'data') });
const mirrored = () => Object.keys(filesOf(there)).filter((file) => file !== '.xinglin-mirror');

describe('pnpm mirror-site', () => {
  test('tells its plan, brings the site to a folder, and then has nothing to do', async () => {
    const plan = await mirrorSite('--to', there, '--dry-run');
    expect(plan.output).toContain('试运行');
    expect(plan.output).toContain('第 2 批 → /');
    const first = await mirrorSite('--to', there);
    expect([first.code, first.output.trim()]).toEqual([0, `✓ 已同步到 ${there}：送 3 项，删除 0 项`]);
    expect(mirrored()).toEqual(['index.html', 'index.html.gz', 'news/a/index.html', 'news/old/index.html']);
    const second = await mirrorSite('--to', there);
    expect([second.code, second.output.trim()]).toEqual([0, `✓ ${there} 已经和线上一样`]);
  });

  test('repairs a target that was tampered with, and leaves what is not ours', async () => {
    await mirrorSite('--to', there);
    writeFileSync(join(there, 'index.html'), 'tampered');
    writeFileSync(join(there, 'MP_verify.txt'), 'of the office');
    const { code, output } = await mirrorSite('--to', there, '--verify-target');
    expect([code, output]).toEqual([0, expect.stringContaining('送 1 项')]);
    expect(output).toContain('MP_verify.txt');
    expect(readFileSync(join(there, 'index.html'), 'utf8')).toBe('page /');
  });

  test('leaves compressed files out and writes redirects and rules where it is told to', async () => {
    const rules = join(folder.path, 'rules-there');
    await mirrorSite('--to', there);
    expect(mirrored()).toContain('index.html.gz');
    const { code } = await mirrorSite(
      '--to',
      there,
      '--plain',
      '--redirects',
      'netlify',
      '--rules-to',
      rules,
    );
    expect(code).toBe(0);
    expect(mirrored()).toEqual(['_redirects', 'index.html', 'news/a/index.html', 'news/old/index.html']);
    expect(readFileSync(join(there, '_redirects'), 'utf8')).toBe(
      '/news/old /news/a/ 301!\n/news/old/ /news/a/ 301!\n',
    );
    expect(readFileSync(join(rules, 'nginx-removed.map'), 'utf8')).toContain('"/news/old/" "/news/a/";');
    expect(readFileSync(join(rules, 'published-ids.txt'), 'utf8')).toBe('a1\nb2\n');
    await mirrorSite('--to', there);
    expect(mirrored()).toContain('index.html.gz');
  });

  test('says what is wrong with its use, with exit code 2', async () => {
    for (const args of [
      [],
      ['--to', 'host:'],
      ['--to', there, '--redirects', 'x'],
      ['--to', there, '--remove-strangers'],
    ]) {
      expect([args, (await mirrorSite(...args)).code]).toEqual([args, 2]);
    }
  });

  test('says what is missing from the live tree, and brings nothing', async () => {
    rmSync(join(folder.path, 'data/trees/1/news/a'), { recursive: true });
    const { code, output } = await mirrorSite('--to', there);
    expect([code, output]).toEqual([1, expect.stringContaining('缺少 /news/a/')]);
    expect(output).toContain('pnpm publish-site');
  });
});

test.skipIf(!hasRsync)(
  'pnpm mirror-site brings the site over a remote shell (needs Debian’s rsync)',
  async () => {
    const to = `www@web:${there}`;
    const first = await mirrorSite('--to', to, '--rsh', localShell(folder.path));
    expect([first.code, first.output.trim()]).toEqual([0, `✓ 已同步到 ${to}：送 3 项，删除 0 项`]);
    expect(mirrored()).toEqual(['index.html', 'index.html.gz', 'news/a/index.html', 'news/old/index.html']);
    expect((await mirrorSite('--to', to, '--rsh', localShell(folder.path))).output).toContain(
      '已经和线上一样',
    );
  },
);
