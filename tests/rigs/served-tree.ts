/** A live tree as a release leaves it, with its compressed variants, its statuses and its rules. */
import { once } from 'node:events';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { writeRules } from '../../scripts/publisher/adapters/rules-files.ts';
import { compressed } from '../../scripts/publisher/compress.ts';
import type { StatusRow } from '../../scripts/publisher/rules.ts';
import { staticServer } from '../../scripts/publisher/static-server/server.ts';
import type { RunningServer } from './server-process.ts';

const long = (title: string) => `<!doctype html><title>${title}</title>${'<p>门诊时间调整。</p>'.repeat(60)}`;

/** Every kind that the policy knows, so that no server's list of types differs from it. */
const kinds =
  'avif css csv doc docx gif html ico jpeg jpg js json mjs mp3 mp4 pdf png ppt pptx svg txt vtt webm webmanifest webp woff2 xls xlsx xml zip bin'.split(
    ' ',
  );

/** File → text. */
export const servedFiles: Readonly<Record<string, string>> = {
  'index.html': long('首页'),
  'news/a/index.html': long('新闻'),
  'news/short/index.html': '<!doctype html><title>短</title>',
  'news/old/index.html': long('已移到新地址'),
  'news/away/index.html': long('已撤下，原因如下'),
  'legacy/Info.htm': long('旧站'),
  'news/院区/index.html': long('院区'),
  '404.html': long('没有这一页'),
  '410.html': long('这个页面已撤下'),
  'rss.xml': `<rss version="2.0">${'<item/>'.repeat(90)}</rss>`,
  'robots.txt': 'User-agent: *',
  'site.css': ':root{--size:18}',
  '_astro/a.B1c2.css': 'a{color:green}'.repeat(40),
  '_astro/a.B1c2.js': 'export{};'.repeat(60),
  'media/ab/x-480.webp': 'picture'.repeat(60),
  'news/a/.index.html.xinglin-staged': 'half a page',
  'files/ab/page.html': '<script src="/files/ab/run.js"></script>',
  'files/ab/run.js': 'alert(1)',
  'files/ab/drawing.svg': '<svg onload="alert(1)"/>',
  'files/ab/list.pdf': '%PDF-1.4',
  ...Object.fromEntries(
    kinds.flatMap((kind) => [`kinds/x.${kind}`, `files/cd/x.${kind}`].map((name) => [name, kind])),
  ),
};

export const servedStatuses: readonly StatusRow[] = [
  { path: '/404.html', status: 404, location: undefined },
  { path: '/410.html', status: 410, location: undefined },
  { path: '/news/old/', status: 301, location: '/news/院区/?from=old#top' },
  { path: '/news/Big/', status: 301, location: '/news/a/' },
  { path: '/news/away/', status: 410, location: undefined },
];

/** Makes `live` → `trees/1` and `rules` below a folder. */
export async function makeServedTree(folder: string): Promise<{ live: string; rules: string }> {
  for (const [name, text] of Object.entries(servedFiles)) {
    const file = join(folder, 'trees/1', name);
    mkdirSync(dirname(file), { recursive: true });
    const path = `/${name}`.replace(/\/index\.html$/, '/');
    const { gz, br } = await compressed(Buffer.from(text), path);
    for (const [suffix, bytes] of Object.entries({ '': Buffer.from(text), '.gz': gz, '.br': br })) {
      if (bytes === undefined) continue;
      writeFileSync(file + suffix, bytes);
      utimesSync(file + suffix, 1_790_000_000, 1_790_000_000);
    }
  }
  symlinkSync('trees/1', join(folder, 'live'));
  // The publisher tells of folders only: the two fallback pages the servers know by their names.
  const moved = servedStatuses.filter(({ path }) => path.endsWith('/'));
  await writeRules(join(folder, 'rules'), moved);
  return { live: join(folder, 'live'), rules: join(folder, 'rules') };
}

/** The built-in server over it. */
export async function startBuiltIn(
  live: string,
  _rules?: string,
  counterPort?: number,
): Promise<RunningServer> {
  const rows = new Map(servedStatuses.map((row) => [row.path, row]));
  const server = staticServer({ root: live, registry: { statusOf: (path) => rows.get(path) }, counterPort });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reload: () => {},
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
