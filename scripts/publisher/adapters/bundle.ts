/** The site's built bundle, loaded once: its renderer, its assets, and the digest of every byte of it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Renderer } from '@xinglin/shared/renderer.js';
import { BundleFault } from '../faults.ts';
import type { Bundle } from '../ports.ts';

const methods = [
  'plan',
  'route',
  'frame',
  'affected',
  'view',
  'render',
] as const satisfies readonly (keyof Renderer)[];

/** Code that the bundle imports and does not contain: the contract with its Markdown, and all packages by version. */
const alongside = ['shared/dist', 'pnpm-lock.yaml'] as const;

/**
 * Loads `site/.bundle` of a repository.
 * @throws BundleFault where it is missing or exports no renderer.
 */
export async function loadBundle(repository: string, folder = bundleFolder(repository)): Promise<Bundle> {
  const files = filesBelow(folder);
  const others = alongside.flatMap((name) => filesBelow(join(repository, name)));
  const client = join(folder, 'client');
  return {
    renderer: await loadRenderer(entryOf(folder)),
    entry: entryOf(folder),
    digest: digestOf(repository, [...files, ...others]),
    assets: files
      .filter((file) => file.startsWith(client + sep))
      .map((source) => ({ path: `/${relative(client, source).split(sep).join('/')}`, source })),
    read: ({ source }) => readFile(source),
  };
}

/** Where a repository's bundle is built. */
export function bundleFolder(repository: string): string {
  return join(repository, 'site', '.bundle');
}

/** The server's entry of a bundle's folder. */
export function entryOf(folder: string): string {
  return join(folder, 'server', 'entry.mjs');
}

/** All files below a folder, or the file itself; hidden ones are no part of what runs. */
function filesBelow(folder: string): string[] {
  try {
    if (statSync(folder).isFile()) return [folder];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(compareCodeUnits);
  } catch (error) {
    throw missing(folder, (error as Error).message);
  }
}

function digestOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** The renderer of a built bundle, by its `server/entry.mjs`. */
export async function loadRenderer(entry: string): Promise<Renderer> {
  let loaded: { renderer?: Partial<Renderer> };
  try {
    loaded = await import(pathToFileURL(entry).href);
  } catch (error) {
    throw missing(entry, (error as Error).message);
  }
  const lacking = methods.filter((method) => typeof loaded.renderer?.[method] !== 'function');
  if (lacking.length > 0) throw missing(entry, `renderer 缺少 ${lacking.join('、')}`);
  return loaded.renderer as Renderer;
}

function missing(what: string, why: string): BundleFault {
  return new BundleFault(
    `网站模板 ${what} 用不了：${why}`,
    '请先构建：npm start 会自动构建；只构建网站模板用 pnpm --filter @xinglin/site bundle。',
  );
}
