/** The live tree and publisher.db as the source of a mirror; `_redirects` beside them where a host wants it. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sha256 } from '@xinglin/shared/digest.js';
import { fileOf } from '@xinglin/shared/paths.js';
import { variantSuffixes } from '../../compress.ts';
import type { MirrorSource, SourcePath } from '../../mirror.ts';
import type { Origin } from '../../ports.ts';
import { type RedirectHost, redirectsFile, type StatusRow } from '../../rules.ts';
import { TargetFault } from '../../targets.ts';

export interface SourceOptions {
  /** The live tree, or the symlink to it. */
  live: string;
  /** publisher.db */
  state: string;
  /** Whether compressed variants go along; hosts that compress by themselves do without. */
  variants: boolean;
  /** Writes a `_redirects` file for such a host into `folder`, and brings it along. */
  redirects: { host: RedirectHost; folder: string } | undefined;
}

const redirectsPath = '/_redirects';

/** @throws TargetFault where nothing was published yet. */
export function mirrorSource({ live, state, variants, redirects }: SourceOptions): MirrorSource {
  if (!existsSync(state)) {
    throw new TargetFault('还没有发布过，没有可以同步的网站。', '请先运行 npm start 或 pnpm publish-site。');
  }
  return {
    read() {
      const { paths, rows } = readState(state);
      if (redirects !== undefined) paths.set(redirectsPath, writeRedirects(rows, redirects));
      return paths;
    },
    rootOf: (path) => (path === redirectsPath && redirects !== undefined ? redirects.folder : live),
    variantsOf(path) {
      if (path === redirectsPath) return '';
      const file = join(live, fileOf(path));
      if (!isFile(file)) {
        throw new TargetFault(
          `网站文件夹里缺少 ${path}（${file}）。`,
          '请先运行 pnpm publish-site 让发布程序补上，再运行这个命令。',
        );
      }
      return variants ? variantSuffixes.filter((suffix) => isFile(`${file}.${suffix}`)).join(',') : '';
    },
  };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function readState(file: string): { paths: Map<string, SourcePath>; rows: StatusRow[] } {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    const paths = new Map<string, SourcePath>();
    const rows: StatusRow[] = [];
    const all = 'SELECT path, origin, object, mtime, status, location, unknown FROM file';
    for (const row of database.prepare(all).iterate()) {
      const path = row['path'] as string;
      // A name that leaves the site's folder would leave the target's too.
      if (!path.startsWith('/') || /(?:^|\/)\.{0,2}(?:\/|$)/.test(fileOf(path)) || path.includes('\0')) {
        throw new TargetFault(
          `发布记录里有一个不能用的路径：${JSON.stringify(path)}。`,
          '请运行 pnpm publish-site --full。',
        );
      }
      const object = (row['object'] ?? '') as string;
      const unknown = row['unknown'] === 1 || object === '';
      paths.set(path, {
        path,
        origin: row['origin'] as Origin,
        object,
        mtime: Number(row['mtime']),
        unknown,
      });
      rows.push({
        path,
        status: Number(row['status']),
        location: (row['location'] ?? undefined) as string | undefined,
      });
    }
    return { paths, rows };
  } finally {
    database.close();
  }
}

function writeRedirects(
  rows: readonly StatusRow[],
  { host, folder }: NonNullable<SourceOptions['redirects']>,
): SourcePath {
  const text = redirectsFile(rows, host);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, fileOf(redirectsPath)), text);
  return { path: redirectsPath, origin: 'asset', object: sha256(text), mtime: 0, unknown: false };
}
