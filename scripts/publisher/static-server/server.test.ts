import { once } from 'node:events';
import { mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { Agent, get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { compressed } from '../compress.ts';
import type { PathStatus } from './registry.ts';
import { staticServer } from './server.ts';

const page = `<h1>新闻</h1>${'<p>门诊时间调整的通知。</p>'.repeat(80)}`;
const statuses: Record<string, PathStatus> = {
  '/404.html': { status: 404, location: undefined },
  '/news/old/': { status: 301, location: '/新闻/a/' },
  '/news/away/': { status: 410, location: undefined },
};

let folder: ReturnType<typeof temporaryFolder>;
let server: ReturnType<typeof staticServer>;
let port: number;

async function write(name: string, text: string, path: string): Promise<void> {
  const file = join(folder.path, 'trees/1', name);
  mkdirSync(join(file, '..'), { recursive: true });
  const { gz, br } = await compressed(Buffer.from(text), path);
  for (const [suffix, bytes] of [['', text] as const, ['.gz', gz] as const, ['.br', br] as const]) {
    if (bytes === undefined) continue;
    writeFileSync(file + suffix, bytes);
    utimesSync(file + suffix, 1_800_000_000, 1_800_000_000);
  }
}

beforeEach(async () => {
  folder = temporaryFolder();
  await write('news/a/index.html', page, '/news/a/');
  await write('404.html', '没有这一页', '/404.html');
  await write('news/old/index.html', '已移到新地址', '/news/old/');
  await write('news/away/index.html', '已撤下，原因如下', '/news/away/');
  await write('robots.txt', 'robots', '/robots.txt');
  symlinkSync('trees/1', join(folder.path, 'live'));
  server = staticServer({
    root: join(folder.path, 'live'),
    registry: { statusOf: (path) => statuses[path] },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  folder[Symbol.dispose]();
});

/** `fetch` decodes by itself and says nothing of the encoding's bytes; this does neither. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET', agent?: Agent) {
  const request = httpGet({ port, host: '127.0.0.1', path, headers, method, agent: agent ?? false });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray());
  return { status: answer.statusCode, headers: answer.headers, body, text: body.toString() };
}

test('a page is served with its type and a tag, and asked again it costs nothing', async () => {
  const first = await ask('/news/a/');
  expect([first.status, first.headers['content-type'], first.text]).toEqual([
    200,
    'text/html; charset=utf-8',
    page,
  ]);
  const again = await ask('/news/a/', { 'if-none-match': first.headers.etag ?? '' });
  expect([again.status, again.text, again.headers.vary]).toEqual([304, '', 'Accept-Encoding']);
  expect((await ask('/news/a/', { 'if-modified-since': first.headers['last-modified'] ?? '' })).status).toBe(
    304,
  );
});

test('a reader gets the encoding it prefers, under a tag of its own, whole', async () => {
  const answers = await Promise.all(
    ['identity', 'gzip', 'gzip, deflate, br'].map((encoding) =>
      ask('/news/a/', { 'accept-encoding': encoding }),
    ),
  );
  const [plain, gz, br] = answers.map(({ body }) => body) as [Buffer, Buffer, Buffer];
  expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
  expect([plain.toString(), gunzipSync(gz).toString(), brotliDecompressSync(br).toString()]).toEqual([
    page,
    page,
    page,
  ]);
  expect(answers.map(({ headers }) => Number(headers['content-length']))).toEqual([
    plain.length,
    gz.length,
    br.length,
  ]);
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
  expect(answers.every(({ headers }) => headers.vary === 'Accept-Encoding')).toBe(true);
});

test('a part is one of the plain bytes, even for a reader that accepts others', async () => {
  const headers = { range: 'bytes=1-3', 'accept-encoding': 'gzip, br' };
  const part = await ask('/robots.txt', headers);
  expect([part.status, part.headers['content-range'], part.text]).toEqual([206, 'bytes 1-3/6', 'obo']);
  const ofPage = await ask('/news/a/', headers);
  expect([ofPage.status, ofPage.headers['content-encoding'], ofPage.text]).toEqual([206, undefined, 'h1>']);
  const gzTag = (await ask('/news/a/', { 'accept-encoding': 'gzip' })).headers.etag ?? '';
  const whole = await ask('/news/a/', { ...headers, 'if-range': gzTag });
  expect([whole.status, whole.text]).toEqual([200, page]);
  expect((await ask('/robots.txt', { range: 'bytes=6-' })).status).toBe(416);
});

test('a missing page answers 404 with the page for it, wherever it is asked for', async () => {
  for (const path of [
    '/news/never/',
    '/404.html',
    '/.hidden',
    '/news/a/index.html.gz',
    '/..%2f..%2fetc/passwd',
  ]) {
    const answer = await ask(path);
    expect([path, answer.status, answer.text, answer.headers['cache-control']]).toEqual([
      path,
      404,
      '没有这一页',
      'no-cache',
    ]);
  }
});

test('a moved page answers 301 in one hop, with its fallback page, and a gone one 410 with its own', async () => {
  for (const path of ['/news/old/', '/news/old']) {
    const moved = await ask(path);
    expect([moved.status, moved.headers.location, moved.text]).toEqual([
      301,
      '/%E6%96%B0%E9%97%BB/a/',
      '已移到新地址',
    ]);
  }
  const gone = await ask('/news/away/', { 'if-none-match': '*' });
  expect([gone.status, gone.text]).toEqual([410, '已撤下，原因如下']);
});

test('each page has one address', async () => {
  for (const path of ['/news/a', '/news/a/index.html']) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.location]).toEqual([301, '/news/a/']);
  }
});

test('HEAD has headers only, a connection is kept, and nothing can be written', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const head = await ask('/robots.txt', {}, 'HEAD', agent);
  expect([head.headers['content-length'], head.text, head.headers.connection]).toEqual([
    '6',
    '',
    'keep-alive',
  ]);
  const [socket] = Object.values(agent.freeSockets).flat();
  await ask('/news/a/', {}, 'GET', agent);
  expect(Object.values(agent.freeSockets).flat()).toEqual([socket]);
  agent.destroy();
  expect((await ask('/robots.txt', {}, 'POST')).status).toBe(405);
});

test('while a file is replaced again and again, every answer is one version, whole', async () => {
  const root = join(folder.path, 'live', 'changing');
  mkdirSync(root);
  const put = (version: number) => {
    writeFileSync(join(root, '.next'), String(version % 10).repeat(200_000 + version));
    renameSync(join(root, '.next'), join(root, 'index.html'));
  };
  put(0);
  const answers = Array.from({ length: 60 }, async (_, version) => {
    const reading = ask('/changing/').then(({ text }) => text);
    put(version + 1);
    return reading;
  });
  for (const text of await Promise.all(answers)) {
    const version = text.length - 200_000;
    expect(text === String(version % 10).repeat(text.length)).toBe(true);
  }
});
