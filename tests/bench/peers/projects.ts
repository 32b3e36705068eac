/** Writes the content as an Eleventy project and as a Hugo project: the same pages, each in the tool's own way. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Renderer } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { contentOf, type List, type Page } from './content.ts';

const here = dirname(fileURLToPath(import.meta.url));

export interface Projects {
  eleventy: string;
  hugo: string;
  /** The article that is changed, as a path below `content/` of either project. */
  changed: string;
}

/** JSON front matter, which both read faster than YAML. */
const json = (value: unknown): string => JSON.stringify(value);

/** Makes both below a folder; pages are written as they come, so that a large site fits in memory. */
export function writeProjects(renderer: Renderer, snapshot: Snapshot, folder: string): Projects {
  const eleventy = join(folder, 'eleventy');
  const hugo = join(folder, 'hugo');
  cpSync(join(here, 'hugo'), hugo, { recursive: true });
  cpSync(join(here, 'eleventy', 'layouts'), join(eleventy, 'layouts'), { recursive: true });
  for (const name of readdirSync(join(here, 'eleventy'))) {
    if (!name.endsWith('.js')) continue;
    const to = name.endsWith('.11ty.js') ? join(eleventy, 'content', name) : join(eleventy, name);
    cpSync(join(here, 'eleventy', name), to);
  }
  const lists: List[] = [];
  let changed = '';
  for (const one of contentOf(renderer, snapshot)) {
    if ('key' in one) {
      lists.push(one);
      continue;
    }
    if (one.kind === 'article') changed = fileOf(one);
    put(join(eleventy, 'content', fileOf(one)), eleventyFile(one));
    put(join(hugo, 'content', one.url === '/' ? '_index.md' : fileOf(one)), hugoFile(one));
  }
  const frame = renderer.view(snapshot, '/') as { chrome: unknown };
  put(join(eleventy, 'lists.json'), json(lists));
  put(join(eleventy, 'site.json'), json(frame.chrome));
  put(join(eleventy, 'package.json'), json({ type: 'module', private: true }));
  put(join(hugo, 'data', 'site.json'), json(frame.chrome));
  put(join(hugo, 'data', 'lists.json'), json(Object.fromEntries(lists.map((list) => [list.key, list]))));
  for (const { key, url, title, feed } of lists) {
    const outputs = feed ? ['HTML', 'RSS'] : ['HTML'];
    put(join(hugo, 'content', 'lists', key, '_index.md'), `${json({ title, url, key, outputs })}\n`);
  }
  return { eleventy, hugo, changed };
}

/** `/news/a/` ─► `news/a.md` */
function fileOf({ url }: Page): string {
  return `${url === '/' ? 'index' : url.replace(/^\/|\/$|\.html$/g, '')}.md`;
}

function eleventyFile({ kind, url, title, date, front, markdown }: Page): string {
  const layout = kind === 'article' ? 'article.11ty.js' : 'hub.11ty.js';
  const permalink = url.endsWith('/') ? `${url}index.html` : url;
  const day = date?.slice(0, 16);
  return `---json\n${json({ title, layout, permalink, date, day, ...front })}\n---\n${markdown}\n`;
}

function hugoFile({ kind, url, title, date, front, markdown }: Page): string {
  return `${json({ title, url, date, type: kind === 'article' ? 'news' : 'hub', ...front })}\n\n${markdown}\n`;
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
