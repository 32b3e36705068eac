/** A site of pages that link to each other, as a mirror's source; a folder that is its target, watched at every step. */
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '@xinglin/shared/digest.js';
import { fileOf } from '@xinglin/shared/paths.js';
import { folderTarget } from '../../scripts/publisher/adapters/targets/folder.ts';
import type { MirrorSource, SourcePath } from '../../scripts/publisher/mirror.ts';
import type { Origin } from '../../scripts/publisher/ports.ts';
import type { Target } from '../../scripts/publisher/targets.ts';

export class MirroredSite implements MirrorSource {
  readonly #root: string;
  readonly rows = new Map<string, SourcePath>();
  #second = 1_790_000_000;
  /** Called before each reading, to let a release happen meanwhile. */
  beforeRead: () => void = () => {};

  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
  }

  /** Publishes one path. */
  put(path: string, text: string, { variants = [] as string[], origin = 'page' as Origin } = {}): void {
    this.#second += 1;
    const file = join(this.#root, fileOf(path));
    mkdirSync(dirname(file), { recursive: true });
    for (const suffix of ['gz', 'br']) rmSync(`${file}.${suffix}`, { force: true });
    for (const name of [file, ...variants.map((suffix) => `${file}.${suffix}`)]) {
      writeFileSync(name, name === file ? text : `${text} compressed`);
      utimesSync(name, this.#second, this.#second);
    }
    this.rows.set(path, { path, origin, object: sha256(text), mtime: this.#second, unknown: false });
  }

  take(path: string): void {
    for (const suffix of ['', '.gz', '.br']) rmSync(join(this.#root, fileOf(path) + suffix), { force: true });
    this.rows.delete(path);
  }

  /** The news of these names, each a page, and a home that links to all of them. */
  publish(names: readonly string[], version: string): void {
    const paths = names.map((name) => `/news/${name}/`);
    for (const path of [...this.rows.keys()])
      if (path.startsWith('/news/') && !paths.includes(path)) this.take(path);
    for (const path of paths) this.put(path, `${path} ${version}`);
    this.put('/', `home ${version} ${paths.map((path) => `<a href="${path}">`).join('')}`);
  }

  read(): Map<string, SourcePath> {
    this.beforeRead();
    return new Map(this.rows);
  }

  rootOf(): string {
    return this.#root;
  }

  variantsOf(path: string): string {
    return ['gz', 'br']
      .filter((suffix) => existsSync(join(this.#root, `${fileOf(path)}.${suffix}`)))
      .join(',');
  }
}

export interface WatchedTarget extends Target {
  /** Every file brought and taken away, in order: `+ news/a/index.html`, `- …`. */
  moves: string[];
  /** Links that led nowhere at some moment. */
  broken: string[];
  /** The next call of `put` or `remove` after so many fails, as a network does. */
  failAfter: number;
}

/** A folder as a target that brings and takes one file at a time and looks at all links after each. */
export function watchedTarget(folder: string): WatchedTarget {
  const target = folderTarget(folder);
  const look = () => {
    const home = join(folder, 'index.html');
    const text = existsSync(home) ? readFileSync(home, 'utf8') : '';
    for (const [, path = ''] of text.matchAll(/href="([^"]+)"/g)) {
      if (!existsSync(join(folder, fileOf(path)))) watched.broken.push(path);
    }
  };
  const step = async (what: string, work: () => Promise<void>) => {
    if (watched.failAfter === 0) throw new Error('the network is down');
    watched.failAfter -= 1;
    watched.moves.push(what);
    await work();
    look();
  };
  const watched: WatchedTarget = {
    ...target,
    moves: [],
    broken: [],
    failAfter: -1,
    async put(root, files) {
      for (const file of files) await step(`+ ${file}`, () => target.put(root, [file]));
    },
    async remove(files, folders) {
      for (const file of files) await step(`- ${file}`, () => target.remove([file], []));
      await target.remove([], folders);
    },
  };
  return watched;
}
