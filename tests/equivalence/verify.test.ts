/** `pnpm verify`, `pnpm releases` and `pnpm explain` on a real site in a folder of its own. */
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import type { Bundle } from '../../scripts/publisher/ports.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { root } from '../../scripts/settings.ts';
import { article, channel, site, tag } from '../rigs/items.ts';
import { Ledger } from '../rigs/ledger.ts';
import { runVerb } from '../rigs/newsroom.ts';
import { openPublisher } from '../rigs/publisher.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

const linked = '见[第一篇](/news/a1/)。';

let bundle: Bundle;
let folder: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;

const run = (verb: string, ...args: string[]) => runVerb(verb, args, { XINGLIN_DATA_DIR: folder.path });
const live = (name: string) => join(folder.path, 'live', name);

async function publishWith(used: Bundle): Promise<void> {
  const workshop = await openPublisher(folder.path, { bundle: used });
  try {
    ledger.applyTo(workshop.snapshot);
    const { pageFaults } = await publish(workshop, { allowMassDeletion: true, full: false });
    expect(pageFaults).toEqual([]);
  } finally {
    workshop.close();
  }
}

/** Forgets that a tag's page lists its articles. */
const forgetful = (): Bundle => ({
  ...bundle,
  renderer: {
    ...bundle.renderer,
    affected: (snapshot, delta) =>
      [...bundle.renderer.affected(snapshot, delta)].filter((path) => !path.startsWith('/tags/')),
  },
});

beforeAll(async () => {
  bundle = await loadBundle(root);
});

beforeEach(async () => {
  folder = temporaryFolder();
  ledger = new Ledger().put(
    site,
    channel,
    tag('yizhen', '义诊'),
    article('a1', { tags: ['yizhen'] }),
    article('a2', { tags: ['yizhen'], body: linked }),
  );
  await publishWith(bundle);
  return () => folder[Symbol.dispose]();
});

describe('verify', () => {
  test('finds nothing wrong with what the publisher made, in whole, from scratch and by sample', async () => {
    const whole = await run('verify', '--clean');
    expect(whole.output).toMatch(/✓ 第 1 次发布核对无误：线上 \d+ 个文件，存档 \d+ 个，从头生成 \d+ 页/);
    expect(whole.code).toBe(0);
    expect(await run('verify', '--quick', '5')).toMatchObject({ code: 0 });
  });

  test('finds one byte that was changed, even where size and time are as they were', async () => {
    const file = live('news/a1/index.html');
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    const place = bytes.indexOf('第 a1 篇');
    const letter = place + Buffer.byteLength('第 ');
    bytes[letter] = 'b'.charCodeAt(0);
    rmSync(file);
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
    const { code, output } = await run('verify', '--clean');
    expect(code).toBe(1);
    expect(output).toMatch(/✗ \/news\/a1\/ 不是发布程序写下的样子：大小没变/);
    expect(output).toMatch(new RegExp(`✗ /news/a1/ 和从头生成的不一样\\s+第 ${letter + 1} 字节`));
    expect(output).toMatch(/线上：.*第 b1 篇/);
    expect(output).toMatch(/应是：.*第 a1 篇/);
  });

  test('finds a file that lies there, one that is missing and a compressed file that says something else', async () => {
    mkdirSync(live('backdoor'), { recursive: true });
    writeFileSync(live('backdoor/shell.php'), '<?php');
    rmSync(live('404.html'));
    const gz = live('news/a2/index.html.gz');
    rmSync(gz);
    writeFileSync(gz, gzipSync('<p>别的</p>'));
    const { code, output } = await run('verify');
    expect(code).toBe(1);
    expect(output).toContain('✗ backdoor/shell.php 不是发布程序放的文件');
    expect(output).toContain('✗ /404.html 不见了');
    expect(output).toContain('✗ /news/a2/ 旁边的 .gz 文件解压后不是同样的内容');
    expect(output).toContain('有 3 处不一致');
  });

  test('finds an object that is no longer what its name says', async () => {
    const { output } = await run('explain', '--json', '/news/a1/');
    const { live: found } = JSON.parse(output) as { live: { file: { object: string } } };
    const { object } = found.file;
    appendFileSync(join(folder.path, 'publisher/objects', object.slice(0, 2), object), ' ');
    const audited = await run('verify');
    expect(audited.code).toBe(1);
    expect(audited.output).toContain(`objects/${object.slice(0, 2)}/${object} 和它的名字不符`);
  });

  test('finds the page that a publisher forgot, which every record calls right', async () => {
    ledger.put(article('a3', { tags: ['yizhen'], title: '新的义诊' }));
    await publishWith(forgetful());
    expect((await run('verify')).code).toBe(0);
    const { code, output } = await run('verify', '--clean');
    expect(code).toBe(1);
    expect(output).toContain('✗ /tags/yizhen/ 和从头生成的不一样');
    expect(output).not.toContain('✗ /news/');
  });
});

describe('releases', () => {
  test('tell which act led to which pages, the newest first', async () => {
    ledger.remove('article', 'a2', { act: '撤稿', reason: 'gone' });
    await publishWith(bundle);
    ledger.put(tag('yizhen', '大型义诊'));
    await publishWith(bundle);
    const { code, output } = await run('releases');
    expect(code).toBe(0);
    expect(output).toMatch(/^第 3 次 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}内容 {2}修订 7 .*● 线上\n/);
    expect(output).toMatch(/第 2 次 .*\n {4}撤稿新闻（已撤下） → \d+ 个文件：/);
    expect(output).toMatch(/第 3 次 .*\n {4}更改标签「大型义诊」 → \d+ 个文件：/);
    expect(output.indexOf('第 1 次')).toBeGreaterThan(output.indexOf('第 2 次'));
    const one = await run('releases', '--release', '3');
    expect(one.output).toMatch(/^ {6}\/tags\/yizhen\/$/m);
    expect(one.output).not.toContain('第 1 次');
    expect(await run('releases', '--release', '9')).toMatchObject({ code: 1 });
  });
});

describe('explain', () => {
  test('tells of a page its rule, its documents and the act that last changed it', async () => {
    ledger.put(tag('yizhen', '大型义诊'));
    await publishWith(bundle);
    const { code, output } = await run('explain', 'https://news.example.cn/news/a2');
    expect(code).toBe(0);
    expect(output).toContain('每个已发布的新闻有一页');
    expect(output).toMatch(/新闻：「第 a2 篇」（按网址 a2）/);
    expect(output).toContain('标签：「大型义诊」（被引用）');
    expect(output).toMatch(/第 2 次发布写下了现在的内容，因为更改标签「大型义诊」/);
    expect(output).toContain('线上的字节和记录一致');
    expect(output).not.toContain('标题还没有发布');
  });

  test('tells of an address that moved where it leads and whose it was', async () => {
    ledger.put(article('a1', { slug: 'a1-xin', formerSlugs: ['a1'], tags: ['yizhen'] }));
    await publishWith(bundle);
    const { code, output } = await run('explain', '/news/a1/');
    expect(code).toBe(0);
    expect(output).toContain('这是新闻「第 a1 篇」从前的网址，301 转到现在的 /news/a1-xin/。');
    expect((await run('verify', '--clean')).code).toBe(0);
  });

  test('tells of what was withdrawn why, and of what never was that it never was', async () => {
    ledger.remove('article', 'a1', { act: '撤稿', reason: 'withdrawn', explanation: '数据有误' });
    await publishWith(bundle);
    const withdrawn = await run('explain', '--json', '/news/a1/');
    expect(JSON.parse(withdrawn.output)).toMatchObject({
      stands: 'withdrawn',
      why: '这里的内容已撤稿，说明是「数据有误」（撤稿，修订 6）。',
    });
    const nothing = await run('explain', '/news/none/');
    expect(nothing.code).toBe(1);
    expect(nothing.output).toContain('从前也没有过');
  });
});
