/** A small but real renderer: home, articles, tag lists and 404, in plain HTML. For tests of the publisher itself. */
import { formsOf } from '@xinglin/shared/delta.js';
import { viewDigest } from '@xinglin/shared/digest.js';
import { homePath, isPaged, itemPath, notFoundPath, parseItemPath } from '@xinglin/shared/paths.js';
import { pictureOf } from '@xinglin/shared/pictures.js';
import { NoSuchView, type Renderer, type Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Bundle } from '../../scripts/publisher/ports.ts';
import { plainHead } from './plain-head.ts';

interface SmallView {
  /** The site's origin. */
  url: string;
  title: string;
  lines: string[];
  links: string[];
}

function plan(snapshot: Snapshot): Route[] {
  const page = (path: string, kind: string, status: Route['status'] = 200): Route => ({ path, kind, status });
  return [
    page(homePath, 'home'),
    page(notFoundPath, 'not-found', 404),
    ...snapshot.all('article').map(({ slug }) => page(itemPath('article', slug), 'article')),
    ...snapshot.all('tag').map(({ slug }) => page(itemPath('tag', slug), 'tag')),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function view(snapshot: Snapshot, path: string): SmallView {
  const url = snapshot.site()?.url ?? 'http://site.invalid';
  if (path === homePath) {
    return {
      url,
      title: '首页',
      lines: [],
      links: snapshot.all('article').map(({ slug }) => itemPath('article', slug)),
    };
  }
  if (path === notFoundPath) return { url, title: '没有这一页', lines: [], links: [] };
  const address = parseItemPath(path);
  const article = address?.type === 'article' ? snapshot.bySlug('article', address.slug) : undefined;
  if (article !== undefined) {
    const cover = pictureOf(article.cover === undefined ? undefined : snapshot.get('media', article.cover));
    const tags = article.tags.flatMap((id) => snapshot.get('tag', id) ?? []);
    return {
      url,
      title: article.title,
      lines: [article.body, ...(cover === undefined ? [] : [cover.src, cover.srcset ?? ''])],
      links: tags.map(({ slug }) => itemPath('tag', slug)),
    };
  }
  const tag = address?.type === 'tag' ? snapshot.bySlug('tag', address.slug) : undefined;
  if (tag === undefined) throw new NoSuchView(`nothing at ${path}`);
  const named = snapshot.naming({ owner: tag, type: 'article' });
  return {
    url,
    title: tag.name,
    lines: named.map(({ title }) => title),
    links: named.map(({ slug }) => itemPath('article', slug)),
  };
}

/** An article whose body says so cannot be rendered. */
export const unrenderable = '这一篇渲染时出错';

async function render(path: string, seen: unknown) {
  const { url, title, lines, links } = seen as SmallView;
  if (lines.includes(unrenderable)) throw new Error('the template stumbled');
  const body = [
    ...plainHead({ url, path, title, indexed: path !== notFoundPath }),
    `<h1>${title}</h1>`,
    ...lines.map((line) => `<p>${line}</p>`),
    ...links.map((to) => `<a href="${to}">`),
  ];
  return { status: path === notFoundPath ? 404 : 200, body: Buffer.from(body.join('\n')) };
}

function route(snapshot: Snapshot, path: string): Route | undefined {
  const named = path.endsWith('/') ? parseItemPath(path) : undefined;
  if (named === undefined) return plan(snapshot).find((one) => one.path === path);
  const { type, slug } = named;
  if (type !== 'article' && type !== 'tag') return undefined;
  return snapshot.bySlug(type, slug) && { path, kind: type, status: 200 };
}

/** No frame around its pages; every change may touch every path, those that are no longer planned included. */
export const smallRenderer: Renderer = {
  plan,
  route,
  frame: () => null,
  affected: (snapshot, delta) => [
    ...plan(snapshot).map(({ path }) => path),
    ...delta.flatMap(formsOf).flatMap((item) => (isPaged(item) ? [itemPath(item.type, item.slug)] : [])),
  ],
  view,
  render,
};

/** A bundle around a renderer, with one hashed asset and one plain one. `version` stands for its code. */
export function smallBundle(renderer: Renderer = smallRenderer, version = '1'): Bundle {
  return {
    renderer,
    digest: viewDigest(version),
    assets: [
      { path: `/_astro/style.${version}.css`, source: `style ${version}` },
      { path: '/robots.txt', source: 'robots' },
    ],
    read: async ({ source }) => Buffer.from(source),
  };
}
