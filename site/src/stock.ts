/**
 * The stock build's and `astro dev`'s way to a view: straight from the snapshot file. In the bundle the view
 * comes through `locals`, and nothing here runs.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSnapshot, type Snapshot } from '@xinglin/shared/snapshot.js';
import type { GetStaticPathsItem, GetStaticPathsOptions } from 'astro';
import { plan, view } from './routes.ts';

let opened: Snapshot | undefined;

/** The snapshot that `XINGLIN_SNAPSHOT` names, else the publisher's own. The one use of the environment here. */
function stockSnapshot(): Snapshot {
  if (opened === undefined) {
    const repository = fileURLToPath(new URL('../../', import.meta.url));
    const dataDir = process.env['XINGLIN_DATA_DIR'] ?? join(repository, '.xinglin');
    const file = process.env['XINGLIN_SNAPSHOT'] ?? join(dataDir, 'publisher', 'snapshot.db');
    opened = openSnapshot(file, { readOnly: true });
  }
  return opened;
}

/** `export const getStaticPaths = staticPaths('article')`: all planned routes of these kinds, with their views. */
export function staticPaths(...of: string[]) {
  return ({ routePattern }: GetStaticPathsOptions): GetStaticPathsItem[] => {
    const snapshot = stockSnapshot();
    return plan(snapshot)
      .filter(({ kind, path }) => of.includes(kind) && fits(routePattern, path))
      .map(({ path }) => ({ params: paramsOf(routePattern, path), props: { view: view(snapshot, path) } }));
  };
}

/** Moved feeds of channels, of departments and of series are one kind, and stand at three patterns. */
function fits(pattern: string, path: string): boolean {
  const segments = path.split('/');
  return pattern.split('/').every((part, index) => part.startsWith('[') || part === segments[index]);
}

/**
 * The view model of the page being rendered, wherever it comes from. `path` names pages without parameters,
 * which get no props.
 */
export function viewOf<View>(
  astro: { locals: App.Locals; props: Record<string, unknown> },
  path?: string,
): View {
  const found = astro.locals.view ?? astro.props['view'] ?? (path && view(stockSnapshot(), path));
  if (found === undefined) throw new Error('A page was rendered without a view: give its path to viewOf().');
  return found as View;
}

/**
 * `/[channel]/[year]/[month]/[...page]` and `/xin-wen/2026/11/` give channel, year and month, and no page;
 * `/sitemap/[part].xml` and `/sitemap/undated.xml` the part.
 */
function paramsOf(pattern: string, path: string): Record<string, string | undefined> {
  const segments = path.split('/');
  const params: Record<string, string | undefined> = {};
  for (const [index, part] of pattern.split('/').entries()) {
    const found = /^\[(?<rest>\.{3})?(?<name>\w+)\](?<end>.*)$/.exec(part)?.groups;
    if (found === undefined) continue;
    const { rest, name = '', end = '' } = found;
    const value = segments.slice(index, rest === undefined ? index + 1 : undefined).join('/');
    params[name] = value.slice(0, value.length - end.length).replace(/\/$/, '') || undefined;
  }
  return params;
}
