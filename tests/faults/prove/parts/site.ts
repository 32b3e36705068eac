/** A site of its own for a proof: a feed over HTTP, a data folder, our real commands, and what must be live. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '@xinglin/shared/content/item.js';
import { loadBundle } from '../../../../scripts/publisher/adapters/bundle.ts';
import { compressed, variantSuffixes } from '../../../../scripts/publisher/compress.ts';
import type { Bundle } from '../../../../scripts/publisher/ports.ts';
import { type FeedServer, feedServer, token } from '../../../rigs/feed-server.ts';
import { article, channel, site, tag } from '../../../rigs/items.ts';
import { Ledger } from '../../../rigs/ledger.ts';
import { mediaBytes, mediaOf } from '../../../rigs/media-files.ts';
import { root } from '../../../rigs/newsroom.ts';
import { freePorts } from '../../../rigs/ports.ts';
import { filesOf } from '../../../rigs/publisher.ts';
import { temporaryFolder } from '../../../rigs/temporary.ts';
import { cleanTree, differenceOf } from '../../../rigs/two-trees.ts';
import { type Child, commandScript, type StartOptions, startChild } from './children.ts';

/** File → bytes as text. */
export type Tree = Record<string, string>;

export interface Site extends AsyncDisposable {
  /** The CMS's side; another one after `back`. */
  readonly cms: FeedServer;
  readonly dataDir: string;
  /** Nobody listens at the CMS's address from now on; `back` brings it back with the same ledger. */
  away(): Promise<void>;
  back(): Promise<void>;
  /** Starts one of our commands on this site; modules of `first` are loaded before it. */
  start(verb: string, args?: readonly string[], more?: StartOptions): Child;
  /** Runs `publish-site` to its end; resolves to its exit code and all that it said. */
  publish(args?: readonly string[], more?: StartOptions): Promise<{ code: number | null; said: string }>;
  /** The resident publisher, from its start; `origin` is where it serves. */
  resident(more?: StartOptions): Promise<{ child: Child; origin: string }>;
  /** Every file that stands in the live tree. */
  live(): Tree;
  /** Every file of a clean render of the ledger, with its compressed forms. */
  clean(): Promise<Tree>;
  /** A sentence for the first file in which the live tree is not a clean render of the ledger. */
  unlikeClean(): Promise<readonly string[]>;
}

let loaded: Promise<Bundle> | undefined;
/** The site's real bundle, loaded once. */
export function realBundle(): Promise<Bundle> {
  loaded ??= loadBundle(root);
  return loaded;
}

/** Some of everything that makes files: pages, lists, pictures, a document. */
export function someItems(articles: number): Item[] {
  const stories = Array.from({ length: articles }, (_, at) =>
    article(`a${at}`, {
      tags: at % 3 === 0 ? ['ai'] : [],
      body: `第 ${at} 篇的正文。\n\n`.repeat(20),
      ...(at % 5 === 0 ? { cover: 'media1' } : {}),
      ...(at === 1 ? { attachments: [{ media: 'media3', name: '附件' }] } : {}),
    }),
  );
  return [
    site,
    channel,
    tag('ai', '人工智能'),
    mediaOf('media1', false),
    mediaOf('media3', false),
    ...stories,
  ];
}

/** Opens a site whose ledger holds the items; nothing is published yet. */
export async function openSite(items: readonly Item[], dataDir?: string): Promise<Site> {
  const folder = temporaryFolder();
  const at = dataDir ?? join(folder.path, 'data');
  mkdirSync(at, { recursive: true });
  const ledger = new Ledger().put(...items);
  let cms = await feedServer(ledger);
  const { media, url } = cms;
  for (const [sha256, bytes] of mediaBytes) media.set(sha256, bytes);
  const environment = {
    XINGLIN_DATA_DIR: at,
    XINGLIN_CMS_URL: url,
    XINGLIN_PUBLISHER_TOKEN: token,
  };
  const children: Child[] = [];
  const start: Site['start'] = (verb, args = [], { env = {}, first = [] } = {}) => {
    const child = startChild(commandScript(verb), args, { env: { ...environment, ...env }, first });
    children.push(child);
    return child;
  };
  const clean = async () => withVariants(await cleanTree(ledger, await realBundle()));
  const live = () => filesOf(join(at, 'live'));
  return {
    get cms() {
      return cms;
    },
    dataDir: at,
    live,
    away: async () => cms[Symbol.asyncDispose](),
    async back() {
      cms = Object.assign(await feedServer(ledger, Number(new URL(url).port)), { media });
    },
    start,
    async publish(args = [], more = {}) {
      const child = start('publish-site', args, more);
      return { code: await child.ended, said: child.said() };
    },
    async resident({ env = {}, first = [] } = {}) {
      const [port] = await freePorts(1);
      const child = start('publisher', [], { env: { ...env, XINGLIN_SITE_PORT: String(port) }, first });
      return { child, origin: `http://127.0.0.1:${port}` };
    },
    clean,
    async unlikeClean() {
      const found = differenceOf(live(), await clean());
      return found === undefined ? [] : [`${found.file} 与整站重做的不一样`];
    },
    async [Symbol.asyncDispose]() {
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(children.map(({ ended }) => ended));
      await cms[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** Adds the compressed forms that stand beside files of text. */
export async function withVariants(tree: Tree): Promise<Tree> {
  const whole: Tree = { ...tree };
  for (const [file, text] of Object.entries(tree)) {
    const variants = await compressed(Buffer.from(text, 'latin1'), `/${file}`);
    for (const suffix of variantSuffixes) {
      const bytes = variants[suffix];
      if (bytes !== undefined) whole[`${file}.${suffix}`] = Buffer.from(bytes).toString('latin1');
    }
  }
  return whole;
}

/** Sentences for files that are not what they were. */
export function changes(before: Tree, after: Tree): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((file) => before[file] !== after[file])
    .map((file) => `线上的 ${file} 变了`);
}
