/** The trees of a data folder on a disk: `trees/<n>/`, and the symbolic link `live` to the one that is served. */
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { open, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileOf } from '@xinglin/shared/paths.js';
import type { LiveTree, Trees } from '../ports.ts';
import { guarded, outputFault } from './disk.ts';
import { suffixes } from './encodings.ts';
import { openLiveTree } from './live-tree.ts';

/** After so many links readers get their turn. */
const linksATurn = 500;

/**
 * Opens the trees beside a link; made where missing. A folder in the link's place, as the first version had
 * it, becomes the first tree.
 * @throws OutputFault where that cannot be done.
 */
export function openTrees(link: string, folder: string): Trees {
  try {
    mkdirSync(folder, { recursive: true });
    if (!isLink(link)) beginWith(link, folder);
  } catch (error) {
    throw outputFault(link, error as NodeJS.ErrnoException);
  }
  return new DiskTrees(link, folder);
}

class DiskTrees implements Trees {
  readonly #link: string;
  readonly #folder: string;
  readonly #open = new Map<number, LiveTree>();

  constructor(link: string, folder: string) {
    this.#link = link;
    this.#folder = folder;
  }

  get current(): number {
    return Number(basename(readlinkSync(this.#link)));
  }

  tree(number: number): LiveTree {
    const known = this.#open.get(number);
    if (known !== undefined) return known;
    const tree = openLiveTree(join(this.#folder, String(number)));
    this.#open.set(number, tree);
    return tree;
  }

  async fresh(): Promise<number> {
    const number = Math.max(0, ...this.numbers()) + 1;
    this.#open.set(number, openLiveTree(join(this.#folder, String(number)), { unread: true }));
    return number;
  }

  async complete(number: number, without: ReadonlySet<string>): Promise<void> {
    const from = join(this.#folder, String(this.current));
    const to = join(this.#folder, String(number));
    const left = new Set([...without].flatMap((path) => suffixes.map((suffix) => fileOf(path) + suffix)));
    await guarded(to, async () => {
      let links = 0;
      for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        const name = relative(from, file);
        if (!entry.isFile() || entry.name.startsWith('.') || left.has(name)) continue;
        linkFile(file, join(to, name));
        links += 1;
        if (links % linksATurn === 0) await nextTurn();
      }
    });
  }

  async serve(number: number): Promise<void> {
    // From here on readers see every change to it.
    this.#open.delete(number);
    const beside = `${this.#link}.next`;
    await guarded(this.#link, async () => {
      await rm(beside, { force: true });
      await symlink(targetOf(this.#link, this.#folder, number), beside);
      await rename(beside, this.#link);
      const handle = await open(dirname(this.#link), 'r');
      await handle.sync().finally(() => handle.close());
    });
  }

  numbers(): number[] {
    return readdirSync(this.#folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  }

  async drop(number: number): Promise<void> {
    if (number === this.current) throw new Error(`tree ${number} is being served and cannot be dropped`);
    this.#open.delete(number);
    const folder = join(this.#folder, String(number));
    await guarded(folder, () => rm(folder, { recursive: true, force: true }));
  }
}

function linkFile(file: string, target: string): void {
  try {
    linkSync(file, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(target), { recursive: true });
    linkSync(file, target);
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function beginWith(link: string, folder: string): void {
  const first = join(folder, '1');
  if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) {
    rmSync(first, { recursive: true, force: true });
    renameSync(link, first);
  }
  mkdirSync(first, { recursive: true });
  symlinkSync(targetOf(link, folder, 1), link);
}

/** Relative, so that the data folder can be moved. */
function targetOf(link: string, folder: string, number: number): string {
  return join(relative(dirname(link), folder), String(number));
}
