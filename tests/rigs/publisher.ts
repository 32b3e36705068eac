/** A publisher on a folder of its own: real state, real tree, real media store; bundle and CMS as given. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DataPaths, dataPaths } from '../../scripts/data-paths.ts';
import { httpCms } from '../../scripts/publisher/adapters/http-cms.ts';
import { type OpenWorkshop, openWorkshop } from '../../scripts/publisher/adapters/workshop.ts';
import type { Bundle, Cms, Log } from '../../scripts/publisher/ports.ts';
import { smallBundle } from './small-bundle.ts';

export interface LogLine {
  level: string;
  event: string;
  message: string;
}

export function logInto(lines: LogLine[]): Log {
  return (level, event, message) => void lines.push({ level, event, message });
}

/** A CMS that no test of this kind may reach. */
export const noCms: Cms = httpCms({ url: 'http://127.0.0.1:9', token: 'none' });

export type OpenPublisher = OpenWorkshop & { paths: DataPaths };

export async function openPublisher(
  dataDir: string,
  { bundle = smallBundle(), cms = noCms, lines = [] }: { bundle?: Bundle; cms?: Cms; lines?: LogLine[] } = {},
): Promise<OpenPublisher> {
  const paths = dataPaths(dataDir);
  mkdirSync(paths.publisher, { recursive: true });
  return Object.assign(await openWorkshop(paths, bundle, cms, logInto(lines)), { paths });
}

/** Every file of a live tree but the compressed forms, which `compress.test.ts` and `verify` hold to their pages. */
export function pagesOf(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesOf(folder)).filter(([file]) => !/\.(?:gz|br)$/.test(file)));
}

/** Every file below a folder: path → bytes as text, hidden ones included. */
export function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), readFileSync(file, 'latin1')]),
  );
}
