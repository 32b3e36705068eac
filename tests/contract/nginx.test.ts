import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasNginx, startNginx } from '../rigs/nginx.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

const files = {
  'index.html': '<!doctype html><title>首页</title>',
  'news/a/index.html': '<!doctype html><title>新闻</title>',
  '404.html': '<!doctype html><title>没有这一页</title>',
  'rss.xml': '<rss version="2.0"></rss>',
  '_astro/a.B1c2.css': 'a{color:green}',
  'news/a/.index.html.tmp-1': 'half a page',
  'files/ab/page.html': '<script src="/files/ab/run.js"></script>',
  'files/ab/run.js': 'alert(1)',
  'files/ab/list.pdf': '%PDF-1.4',
};

describe.skipIf(!hasNginx)('the nginx configuration (needs the Debian package nginx-light)', () => {
  test('serves pages whole, hides what is being written, and helps with a 404', async () => {
    using folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder.path, name)), { recursive: true });
      writeFileSync(join(folder.path, name), text);
    }
    await using nginx = await startNginx(folder.path);
    const get = (path: string) => fetch(nginx.url + path, { redirect: 'manual' });

    const page = await get('/news/a/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(await page.text()).toBe(files['news/a/index.html']);

    expect((await get('/_astro/a.B1c2.css')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/rss.xml')).headers.get('content-type')).toContain('xml');
    const missing = await get('/news/none/');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('没有这一页');
    expect((await get('/news/a/.index.html.tmp-1')).status).toBe(404);
    for (const [file, type] of [
      ['page.html', 'application/octet-stream'],
      ['run.js', 'application/octet-stream'],
      ['list.pdf', 'application/pdf'],
    ] as const) {
      const uploaded = await get(`/files/ab/${file}`);
      expect(uploaded.headers.get('content-type')).toBe(type);
      expect(uploaded.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
