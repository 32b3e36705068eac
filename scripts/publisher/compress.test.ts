import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressed, compressedHere, isText } from './compress.ts';

const page = Buffer.from('<p>门诊时间调整的通知。</p>\n'.repeat(200));

describe('which paths have variants', () => {
  test.each(['/', '/news/a/', '/_astro/a.B1.css', '/rss.xml', '/robots.txt', '/search/03.json', '/icon.svg'])(
    '%s is text',
    (path) => expect(isText(path)).toBe(true),
  );
  test.each([
    '/media/ab/x-480.webp',
    '/files/ab/x.pdf',
    '/files/ab/x.mp4',
    '/files/ab/x',
    '/a.woff2',
    '/a.docx',
  ])('%s is not', (path) => expect(isText(path)).toBe(false));
});

test('a page has both variants, each smaller and each the page again', async () => {
  const { gz, br } = await compressed(page, '/news/a/');
  expect(gunzipSync(gz ?? '')).toEqual(page);
  expect(brotliDecompressSync(br ?? '')).toEqual(page);
  expect(gz?.byteLength).toBeLessThan(page.byteLength);
  expect(br?.byteLength).toBeLessThan(gz?.byteLength ?? 0);
});

test('made in this turn or off this thread, the variants have the same bytes', async () => {
  for (const path of ['/news/a/', '/_astro/a.B1.css', '/files/ab/x.pdf']) {
    expect(compressedHere(page, path)).toEqual(await compressed(page, path));
  }
});

test('a small page and a picture have none', async () => {
  const none = { gz: undefined, br: undefined };
  expect(await compressed(Buffer.from('<p>短</p>'), '/news/a/')).toEqual(none);
  expect(await compressed(page, '/media/ab/x-480.webp')).toEqual(none);
});

test('a variant that is not smaller is not kept', async () => {
  const noise = new Uint8Array(4096);
  crypto.getRandomValues(noise);
  expect(await compressed(noise, '/files/ab/x.txt')).toEqual({ gz: undefined, br: undefined });
});

test('the gzip header tells neither the time nor the system', async () => {
  const { gz } = await compressed(page, '/news/a/');
  expect([...(gz ?? []).slice(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
});

test('a hashed asset is compressed more thoroughly than a page', async () => {
  const css = Buffer.from(
    Array.from({ length: 600 }, (_, n) => `.a${n % 97}{margin:${n}px ${n * 7}px}`).join('\n'),
  );
  const asset = await compressed(css, '/_astro/a.B1.css');
  const plain = await compressed(css, '/a.css');
  expect(asset.br?.byteLength).toBeLessThan(plain.br?.byteLength ?? 0);
});

test('equal bytes have equal variants, and every variant decodes to the bytes', async () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 3000 });
  await fc.assert(
    fc.asyncProperty(texts, async (some) => {
      const bytes = Buffer.from(some);
      const [one, two] = await Promise.all([compressed(bytes, '/a/'), compressed(bytes, '/a/')]);
      expect(one).toEqual(two);
      if (one.gz !== undefined) expect(gunzipSync(one.gz)).toEqual(bytes);
      if (one.br !== undefined) expect(brotliDecompressSync(one.br)).toEqual(bytes);
    }),
    { numRuns: 60 },
  );
});
