/** `publish-site` against bad input: a sentence with its remedy, the right exit code, the live site untouched. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock } from '../../scripts/publisher/adapters/lock.ts';
import { readState } from '../../scripts/publisher/adapters/read-state.ts';
import { type FeedServer, feedServer, token } from '../rigs/feed-server.ts';
import { article, channel, media, site, tag } from '../rigs/items.ts';
import { filesOf, pagesOf } from '../rigs/publisher.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'commands', 'publish-site.ts');

let folder: ReturnType<typeof temporaryFolder>;
let cms: FeedServer;
beforeEach(async () => {
  folder = temporaryFolder();
  cms = await feedServer();
  cms.ledger.put(site, channel, tag('ai'), article('a', { tags: ['ai'] }), article('b'));
});
afterEach(async () => {
  await cms[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function publishSite(args: string[] = [], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      XINGLIN_DATA_DIR: folder.path,
      XINGLIN_CMS_URL: cms.url,
      XINGLIN_PUBLISHER_TOKEN: token,
      ...env,
    },
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => (ended.out += chunk));
  child.stderr.on('data', (chunk) => (ended.err += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
}

const live = () => filesOf(join(folder.path, 'live'));
const page = (file: string) => Buffer.from(live()[file] ?? '', 'latin1').toString();
const meddle = (answer: (response: ServerResponse) => void) => {
  cms.meddle = (_request, response) => {
    answer(response);
    return true;
  };
};

/** Publishes once, lets a fault happen, and proves that the live site is what it was. */
async function refused(
  fault: () => Promise<Ended>,
  sentence: RegExp,
  remedy: RegExp,
  code = 1,
): Promise<void> {
  expect((await publishSite()).code).toBe(0);
  const before = live();
  const ended = await fault();
  expect(ended.code).toBe(code);
  expect(ended.err).toMatch(sentence);
  expect(ended.err).toMatch(remedy);
  expect(ended.err).not.toMatch(/ {4}at /);
  expect(live()).toEqual(before);
}

test('a publish reports what it did, and again that there was nothing to do', async () => {
  const first = await publishSite();
  expect(first.code).toBe(0);
  expect(first.err).toMatch(/^\S+ info rules-written .*\n$/);
  expect(first.out).toMatch(/第 1 次发布已上线（修订 5/);
  expect(page('news/a/index.html')).toContain('第 a 篇');
  expect((await publishSite(['--once'])).out).toContain('没有需要发布的改动');
  expect(cms.received[0]?.items.length).toBe(5);
});

test('a wrong token', () =>
  refused(
    () => publishSite([], { XINGLIN_PUBLISHER_TOKEN: 'wrong' }),
    /不认发布令牌（401）/,
    /XINGLIN_PUBLISHER_TOKEN/,
  ));

test('a CMS that is not there', () =>
  refused(
    () => publishSite([], { XINGLIN_CMS_URL: 'http://127.0.0.1:9' }),
    /连不上管理后台 http:\/\/127\.0\.0\.1:9/,
    /请确认管理后台正在运行/,
  ));

test('a second publisher at once', () =>
  refused(
    async () => {
      const lock = acquireLock(join(folder.path, 'publisher', 'publisher.lock'));
      const ended = await publishSite();
      lock.release();
      return ended;
    },
    new RegExp(`进程 ${process.pid}`),
    /不能同时发布|先停止它/,
    3,
  ));

test('a truncated feed', () =>
  refused(
    async () => {
      cms.ledger.put(article('c'));
      const feed = await cms.ledger.feed(5);
      meddle((response) => response.end(feed.slice(0, 200)));
      return publishSite();
    },
    /feed-truncated|feed-not-ndjson/,
    /网络中断/,
  ));

test('a login page instead of the feed', () =>
  refused(
    () => {
      meddle((response) => response.end('<html>请登录</html>'));
      return publishSite();
    },
    /feed-not-ndjson/,
    /地址/,
  ));

test('an unknown field', () =>
  refused(
    () => {
      cms.ledger.put({ ...article('c'), mood: 'merry' } as never);
      return publishSite();
    },
    /article c.*mood/,
    /版本/,
  ));

test('an unknown type', () =>
  refused(
    () => {
      cms.ledger.put({ ...tag('c'), type: 'poem' } as never);
      return publishSite();
    },
    /poem/,
    /版本/,
  ));

test('another CMS behind the same address stops, and goes on when accepted', async () => {
  await refused(
    () => {
      cms.ledger.epoch = 'another-epoch';
      return publishSite();
    },
    /内容库换了.*ledger-epoch-1.*another-epoch/,
    /--allow-mass-deletion/,
  );
  expect((await publishSite(['--allow-mass-deletion'])).code).toBe(0);
});

test('most pages gone at once stops, and goes on when accepted', async () => {
  for (let at = 0; at < 70; at += 1) cms.ledger.put(article(`n${at}`));
  await refused(
    () => {
      for (let at = 0; at < 60; at += 1) cms.ledger.remove('article', `n${at}`);
      return publishSite();
    },
    /内容从 75 条减到 15 条/,
    /--allow-mass-deletion/,
  );
  const ended = await publishSite(['--allow-mass-deletion']);
  expect(ended.code).toBe(0);
  const released = /用 --allow-mass-deletion 放行：内容从 75 条减到 15 条/;
  expect(ended.err).toMatch(released);
  expect(page('news/n1/index.html')).toContain('内容已下线');
  using state = readState(join(folder.path, 'publisher/publisher.db'));
  expect(state.lastRelease()?.note).toMatch(released);
});

test('a live tree that cannot be written', async () => {
  writeFileSync(join(folder.path, 'live'), 'a file in the way');
  const ended = await publishSite();
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/不能写入 .*live（EEXIST）/);
  expect(ended.err).toMatch(/请移走它/);
});

test('an article without a channel is named and left as it was; the rest goes out, and the exit code says so', async () => {
  await publishSite();
  const { channel: _none, ...without } = article('a', { title: '没有栏目' });
  cms.ledger.put(without as never, article('c'));
  const ended = await publishSite();
  expect(ended.code).toBe(1);
  expect(ended.out).toMatch(/article a「没有栏目」没有采用，网站上仍是上一版：item\.channel/);
  expect(page('news/a/index.html')).toContain('第 a 篇');
  expect(page('news/c/index.html')).toContain('第 c 篇');
  expect(cms.received.at(-1)?.problems).toEqual([
    { type: 'article', id: 'a', level: 'problem', problem: expect.stringContaining('channel') },
  ]);
});

test.each([
  ['missing', undefined, /找不到这个文件的内容/],
  ['corrupt', Buffer.from('not a picture'), /图片解不开/],
])('a picture that is %s is named; its page goes out all the same', async (_what, bytes, problem) => {
  const sha256 = createHash('sha256').update('not a picture').digest('hex');
  if (bytes !== undefined) cms.media.set(sha256, bytes);
  cms.ledger.put(media('m', sha256), article('a', { body: '![图](media:m)' }));
  const ended = await publishSite();
  expect(ended.code).toBe(1);
  expect(ended.out).toMatch(/媒体 m「m\.png」/);
  expect(ended.out).toMatch(problem);
  expect(page('news/a/index.html')).toContain('第 a 篇');
});

test('a dry run says what would change and writes nothing', async () => {
  await publishSite();
  const before = live();
  cms.ledger.put(article('a', { title: '改了题目', tags: ['ai'] }), article('c')).remove('article', 'b');
  const ended = await publishSite(['--dry-run']);
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(/\+ \/news\/c\//);
  expect(ended.out).toMatch(/~ \/news\/a\//);
  // Its address stays, and says that the article is gone.
  expect(ended.out).toMatch(/~ \/news\/b\//);
  expect(live()).toEqual(before);
  expect((await publishSite()).out).toMatch(/第 2 次发布/);
});

test('a full publish makes the same site again', async () => {
  await publishSite();
  const before = live();
  rmSync(join(folder.path, 'publisher', 'snapshot.db'));
  expect((await publishSite(['--full'])).code).toBe(0);
  expect(live()).toEqual(before);
});

test('--into writes the whole site into a folder without the CMS and leaves what is there', async () => {
  await publishSite();
  const into = join(folder.path, 'dist');
  const ended = await publishSite(['--into', into], { XINGLIN_CMS_URL: 'http://127.0.0.1:9' });
  expect(ended.code).toBe(0);
  expect(filesOf(into)).toEqual(pagesOf(join(folder.path, 'live')));
});

test('--into a folder that cannot be written', async () => {
  await publishSite();
  const into = join(folder.path, 'taken');
  writeFileSync(into, 'a file in the way');
  const ended = await publishSite(['--into', join(into, 'dist')]);
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/不能写入 .*taken.*（ENOTDIR）/);
});
