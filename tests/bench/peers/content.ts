/** The site's content as other generators take it: one Markdown file with front matter a page, and lists by key. */
import { figureHtml } from '@xinglin/shared/body/figures.js';
import type { Item } from '@xinglin/shared/content/item.js';
import { sortKeyOf } from '@xinglin/shared/edges.js';
import { feedPath, type PagedType, parseItemPath } from '@xinglin/shared/paths.js';
import { pictureOf } from '@xinglin/shared/pictures.js';
import type { Renderer } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { namedTags } from '../../../site/src/views/head-tags.ts';
import { type PageView, tabTitle } from '../../../site/src/views/page.ts';
import { factsOf } from './facts.ts';

/** A page with a content file of its own. */
export interface Page {
  kind: string;
  url: string;
  title: string;
  /** With its time zone: lists are sorted by it. */
  date?: string;
  /** Everything that the template prints, as JSON; `lists` and `months` are keys of the lists it stands in. */
  front: Record<string, unknown>;
  markdown: string;
}

/** A list that the generator makes by itself from the pages that name its key: newest twenty, and months. */
export interface List {
  key: string;
  url: string;
  title: string;
  feed: boolean;
}

/** Kinds of routes that are lists with months; the generator makes them, and their months and feeds. */
const listKinds: Readonly<Record<string, string>> = {
  channel: 'channel',
  tag: 'tag',
  series: 'series',
  'article-index': 'news',
  'notice-index': 'notices',
  'video-index': 'videos',
  'consultation-index': 'consultations',
};
/** What each generator makes by templates of its own. */
const ownKinds = /^(?:robots|rss|rss-index|not-found|site-map|site-style)$|sitemap|-feed$|-month$/;

/** What their templates print by themselves. */
const ownTags: ReadonlySet<string> = new Set(['Description', 'SiteName']);
const noPicture = { url: '', width: 0, height: 0 };

interface AnyView extends PageView {
  title?: string;
  name?: string;
  [part: string]: unknown;
}

/** Every list of the site, and every page with content of its own. */
export function* contentOf(renderer: Renderer, snapshot: Snapshot): Generator<Page | List> {
  const routes = renderer.plan(snapshot);
  const paths = new Set(routes.map(({ path }) => path));
  for (const { kind, path } of routes) {
    if (ownKinds.test(kind)) continue;
    const view = renderer.view(snapshot, path) as AnyView;
    const title = view.title ?? view.name ?? tabTitle(view);
    const list = listKinds[kind];
    if (list !== undefined) {
      const key =
        path.split('/').filter((part) => part !== '').length > 1 || kind === 'channel'
          ? keyOf(list, path)
          : list;
      yield { key, url: path, title, feed: paths.has(feedPath(path)) };
      continue;
    }
    const named = parseItemPath(path);
    const item = named && snapshot.bySlug(named.type, named.slug);
    yield pageOf(snapshot, { kind, path, title, view, item });
  }
}

/** `/tags/a/` ─► `tag-a` */
function keyOf(prefix: string, path: string): string {
  return `${prefix}-${path.split('/').at(-2)}`;
}

function pageOf(
  snapshot: Snapshot,
  {
    kind,
    path,
    title,
    view,
    item,
  }: { kind: string; path: string; title: string; view: AnyView; item: Item | undefined },
): Page {
  const sort = item && sortKeyOf(item);
  const lists = item === undefined ? [] : listsOf(snapshot, item);
  const shared = {
    head: tabTitle(view),
    description: view.head.description,
    meta: namedTags(view, noPicture).flatMap(([name, content]) =>
      ownTags.has(name) ? [] : [{ name, content }],
    ),
    crumbs: view.crumbs?.items ?? [],
    label: labelOf(snapshot, item),
    lists,
    months: lists.map((key) => `${key}-${sort?.slice(0, 7)}`),
  };
  const { chrome: _, head: __, crumbs: ___, bodyHtml: ____, title: _____, tags: labels, ...own } = view;
  return {
    kind,
    url: path,
    title,
    ...(sort !== undefined && { date: `${sort}:00+08:00` }),
    front: kind === 'article' ? { ...shared, ...own, labels } : { ...shared, ...factsOf(view) },
    markdown: item === undefined ? '' : withPictures(snapshot, markdownOf(item)),
  };
}

function markdownOf(item: Item): string {
  const texts = item as {
    body?: string;
    intro?: string;
    clinicNote?: string;
    answer?: string;
    transcript?: string;
    transport?: string;
  };
  return [texts.body, texts.intro, texts.clinicNote, texts.answer, texts.transcript, texts.transport]
    .filter((text) => text !== undefined)
    .join('\n\n');
}

/** A picture that stands alone becomes the HTML that a shortcode would give; others keep their words. */
function withPictures(snapshot: Snapshot, markdown: string): string {
  return markdown.replace(
    /!\[(.*?)\]\(media:(\w+)(?: "(.*?)")?\)/g,
    (_, alt: string, id: string, caption?: string) => {
      const picture = pictureOf(snapshot.get('media', id));
      return picture === undefined ? alt : figureHtml(picture, alt, caption, 'near').trim();
    },
  );
}

function labelOf(snapshot: Snapshot, item: Item | undefined): string | undefined {
  if (item?.type === 'notice') return item.category;
  return item?.type === 'article' && item.series !== undefined
    ? snapshot.get('series', item.series)?.name
    : undefined;
}

function listsOf(snapshot: Snapshot, item: Item): string[] {
  const key = (type: PagedType, id: string) => {
    const owner = snapshot.get(type, id);
    return owner === undefined ? [] : [`${type}-${owner.slug}`];
  };
  switch (item.type) {
    case 'article':
      return [
        'news',
        ...[item.channel, ...item.alsoIn].flatMap((id) => key('channel', id)),
        ...item.tags.flatMap((id) => key('tag', id)),
        ...(item.series === undefined ? [] : key('series', item.series)),
      ];
    case 'notice':
      return ['notices', ...key('channel', item.channel)];
    case 'video':
      return ['videos'];
    case 'consultation':
      return ['consultations'];
    default:
      return [];
  }
}
