import { cpSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRules } from '../../scripts/publisher/adapters/rules-files.ts';
import { headersOf } from '../../scripts/publisher/static-server/policy.ts';
import { hasCaddy, startCaddy } from '../rigs/caddy.ts';
import { hasNginx, startNginx } from '../rigs/nginx.ts';
import { askRaw, type RawAnswer } from '../rigs/raw-http.ts';
import { makeServedTree, servedFiles, servedStatuses, startBuiltIn } from '../rigs/served-tree.ts';
import type { RunningServer } from '../rigs/server-process.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

const servers = [
  { name: 'the built-in server', start: startBuiltIn, present: true },
  {
    name: 'nginx (needs Debian’s nginx-light and libnginx-mod-http-brotli-static)',
    start: startNginx,
    present: hasNginx,
  },
  { name: 'Caddy (needs Debian’s caddy)', start: startCaddy, present: hasCaddy },
];

/** What the policy says of a path; how long the answer is and which parts it offers is each server's own matter. */
function policyOf(path: string): Record<string, string> {
  const { 'accept-ranges': _, ...headers } = headersOf(path);
  return headers;
}

function seen({ headers }: RawAnswer, path: string): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(policyOf(path)).map((name) => [name, headers[name]]));
}

/** Nothing, and what would shorten a 200: neither may shorten another answer. */
const conditions: readonly Record<string, string>[] = [{}, { 'if-none-match': '*' }, { range: 'bytes=0-3' }];

describe.each(servers)('$name', ({ start, present }) => {
  describe.skipIf(!present)('over a live tree', () => {
    let folder: ReturnType<typeof temporaryFolder>;
    let live: string;
    let rules: string;
    let server: RunningServer;
    beforeAll(async () => {
      folder = temporaryFolder();
      ({ live, rules } = await makeServedTree(folder.path));
      server = await start(live, rules);
    });
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    });
    const ask = (path: string, headers?: Record<string, string>, method?: string) =>
      askRaw(server.url, path, headers, method);

    test.each(Object.keys(servedFiles).filter((name) => !/^4\d\d\.html$|old|away|\/\./.test(name)))(
      'serves %s with the policy’s headers',
      async (name) => {
        const path = `/${name}`.replace(/index\.html$/, '');
        const answer = await ask(encodeURI(path));
        expect([answer.status, answer.body.toString()]).toEqual([200, servedFiles[name]]);
        expect(seen(answer, path)).toEqual(policyOf(path));
        expect(answer.headers['set-cookie']).toBeUndefined();
        expect(answer.headers['content-disposition']).toBe(policyOf(path)['content-disposition']);
      },
    );

    test.each([
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const)(
      'hands out what was compressed beforehand for Accept-Encoding: %s',
      async (accept, took, undo) => {
        const answer = await ask('/news/a/', { 'accept-encoding': accept });
        expect(answer.headers['content-encoding']).toBe(took);
        expect(undo(answer.body).toString()).toBe(servedFiles['news/a/index.html']);
        expect(seen(answer, '/news/a/')).toEqual(policyOf('/news/a/'));
        const tag = answer.headers.etag ?? '';
        expect(tag).not.toBe((await ask('/news/a/')).headers.etag);
        const again = await ask('/news/a/', { 'accept-encoding': accept, 'if-none-match': tag });
        expect([again.status, again.body.length, again.headers.vary]).toEqual([304, 0, 'Accept-Encoding']);
      },
    );

    test('hands out a small page and a picture as they are', async () => {
      for (const path of ['/news/short/', '/media/ab/x-480.webp']) {
        const answer = await ask(path, { 'accept-encoding': 'gzip, br' });
        expect([path, answer.status, answer.headers['content-encoding']]).toEqual([path, 200, undefined]);
      }
    });

    test('answers 304 to a reader that has the page, by tag and by date', async () => {
      const { headers } = await ask('/news/a/');
      for (const [name, value] of [
        ['if-none-match', headers.etag],
        ['if-modified-since', headers['last-modified']],
      ] as const) {
        const again = await ask('/news/a/', { [name]: value ?? '' });
        expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([
          304,
          0,
          'no-cache',
        ]);
      }
      expect((await ask('/news/a/', { 'if-none-match': '"another"' })).status).toBe(200);
    });

    test('sends a part of a file, never a part of a compressed one', async () => {
      const part = await ask('/files/ab/list.pdf', { range: 'bytes=1-3' });
      expect([part.status, part.headers['content-range'], part.body.toString()]).toEqual([
        206,
        'bytes 1-3/8',
        'PDF',
      ]);
      expect((await ask('/files/ab/list.pdf', { range: 'bytes=8-' })).status).toBe(416);
      const page = await ask('/news/a/', { range: 'bytes=0-8', 'accept-encoding': 'gzip' });
      const text = page.headers['content-encoding'] === 'gzip' ? gunzipSync(page.body) : page.body;
      const whole = servedFiles['news/a/index.html'] ?? '';
      expect(text.toString()).toBe(page.status === 206 ? whole.slice(0, 9) : whole);
    });

    test.each([
      '/news/none/',
      '/news/none',
      '/_astro/none.css',
      '/files/none.html',
      '/404.html',
      '/news/a/.index.html.xinglin-staged',
      '/.git/config',
      '/news/a/index.html.gz',
      '/rss.xml.br',
      '//news/a/',
      '/news//a/',
      '/a%5Cb',
      '/news/OLD/',
      '/news/big/',
      '/news/old/%0d%0aX-Injected:1',
    ])('answers %s with 404 and the page for it', async (path) => {
      for (const condition of conditions) {
        const answer = await ask(path, condition);
        expect([answer.status, answer.body.toString()]).toEqual([404, servedFiles['404.html']]);
        expect(seen(answer, '/404.html')).toEqual(policyOf('/404.html'));
        expect(answer.headers['content-disposition']).toBeUndefined();
        expect(answer.headers['x-injected']).toBeUndefined();
      }
    });

    test.each([
      '/../rules/nginx-removed.map',
      '/%2e%2e/rules/nginx-removed.map',
      '/..%2frules/nginx-removed.map',
      '/a%00',
    ])('lets nobody out of the tree by %s', async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body.toString()).not.toContain('gone');
    });

    test.each([
      ['/news/old/', '/news/%E9%99%A2%E5%8C%BA/?from=old#top'],
      ['/news/old', '/news/%E9%99%A2%E5%8C%BA/?from=old#top'],
      ['/news/old/?utm=1', '/news/%E9%99%A2%E5%8C%BA/?from=old#top'],
      ['/news/Big/', '/news/a/'],
      ['/news/a', '/news/a/'],
      ['/news/a?utm=1', '/news/a/'],
      ['/news/%E9%99%A2%E5%8C%BA', '/news/%E9%99%A2%E5%8C%BA/'],
      ['/news/a/index.html', '/news/a/'],
      ['/index.html', '/'],
    ])('leads %s to %s in one hop', async (path, location) => {
      const answer = await ask(path);
      expect([answer.status, answer.headers.location]).toEqual([301, location]);
      expect(answer.headers['content-security-policy']).toBe(policyOf('/')['content-security-policy']);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect((await ask(location)).status).toBe(200);
    });

    test('says that a page is gone with the page’s own words, whole', async () => {
      for (const [path, file] of [
        ['/news/away/', 'news/away/index.html'],
        ['/410.html', '410.html'],
      ] as const) {
        for (const condition of conditions) {
          const answer = await ask(path, condition);
          expect([answer.status, answer.body.toString()]).toEqual([410, servedFiles[file]]);
          expect(seen(answer, path)).toEqual(policyOf(path));
        }
      }
      const small = await ask('/news/away/', { 'accept-encoding': 'br' });
      expect(brotliDecompressSync(small.body).toString()).toBe(servedFiles['news/away/index.html']);
    });

    test.each([
      ['/news/a/', 200],
      ['/news/none/', 404],
      ['/news/away/', 410],
      ['/news/old/', 301],
    ])('answers HEAD %s with %i and headers only', async (path, status) => {
      const [head, whole] = [await ask(path, {}, 'HEAD'), await ask(path)];
      expect([head.status, head.body.length]).toEqual([status, 0]);
      expect(head.headers.etag).toBe(whole.headers.etag);
      expect(head.headers.location).toBe(whole.headers.location);
    });

    test('takes nothing in', async () => {
      for (const method of ['POST', 'PUT', 'DELETE'])
        expect((await ask('/news/a/', {}, method)).status).toBe(405);
    });

    test('follows the live tree’s symlink at once', async () => {
      cpSync(join(folder.path, 'trees/1'), join(folder.path, 'trees/2'), { recursive: true });
      writeFileSync(join(folder.path, 'trees/2/robots.txt'), 'the second tree');
      const point = (tree: string) => {
        symlinkSync(tree, `${live}.new`);
        renameSync(`${live}.new`, live);
      };
      point('trees/2');
      expect((await ask('/robots.txt')).body.toString()).toBe('the second tree');
      point('trees/1');
      expect((await ask('/robots.txt')).body.toString()).toBe(servedFiles['robots.txt']);
    });
  });
});

describe.skipIf(!hasNginx)(
  'nginx’s rules (needs Debian’s nginx-light and libnginx-mod-http-brotli-static)',
  () => {
    test('may be missing: then the fallback pages answer at the old addresses, as on any static host', async () => {
      using folder = temporaryFolder();
      const { live } = await makeServedTree(folder.path);
      await using server = await startNginx(live, join(folder.path, 'no-rules'));
      for (const name of ['old', 'away']) {
        const answer = await askRaw(server.url, `/news/${name}/`);
        expect([answer.status, answer.body.toString()]).toEqual([
          200,
          servedFiles[`news/${name}/index.html`],
        ]);
      }
    });

    test('are read again on a reload, ten thousand of them and addresses of any length among them', async () => {
      using folder = temporaryFolder();
      const { live, rules } = await makeServedTree(folder.path);
      await using server = await startNginx(live, rules);
      const many = Array.from({ length: 10_000 }, (_, n) => ({
        path: `/news/${'long-'.repeat(n % 40)}${n}/`,
        status: 301,
        location: '/news/a/',
      }));
      await writeRules(rules, [...servedStatuses, ...many]);
      server.reload();
      const last = many.at(-1)?.path ?? '';
      await until('nginx to know the new rules', async () => (await askRaw(server.url, last)).status === 301);
    });
  },
);

describe.skipIf(!hasCaddy)('Caddy’s rules (needs Debian’s caddy)', () => {
  test('may be missing', async () => {
    using folder = temporaryFolder();
    const { live } = await makeServedTree(folder.path);
    await using server = await startCaddy(live, join(folder.path, 'no-rules'));
    expect((await askRaw(server.url, '/news/away/')).status).toBe(200);
  });
});
