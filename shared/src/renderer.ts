/** The port between the publisher and the site's built bundle. The site implements it, the publisher drives it. */
import type { Delta } from './delta.ts';
import type { Snapshot } from './snapshot.ts';

/** A planned path, and what must come out of rendering it. */
export interface Route {
  path: string;
  /** The page kind, for reports: `article`, `channel-month`, `rss` … */
  kind: string;
  status: 200 | 301 | 404 | 410;
  /** Where a 301 leads, in one hop: a path of this site. The rendered body stands in on hosts without rules. */
  location?: string;
}

/** Thrown by `view` where a planned route has nothing to show: a fault of the plan, never of the reader. */
export class NoSuchView extends Error {
  override readonly name = 'NoSuchView';
}

export interface Renderer {
  /** Every route of the site for this snapshot, each once, in code-unit order of paths. */
  plan(snapshot: Snapshot): Route[];
  /** The planned route at a path, or undefined where this snapshot has none there: `plan`, asked for one path. */
  route(snapshot: Snapshot, path: string): Route | undefined;
  /** What stands on every page. Where it differs from the last release's, every page may. */
  frame(snapshot: Snapshot): unknown;
  /**
   * The paths that a delta may touch, planned before or planned now: may name too many, never too few (law 3).
   * Found by indexed queries, so that it costs what changed and not what exists. The frame's part is told by
   * `frame`, not here.
   */
  affected(snapshot: Snapshot, delta: Delta): Iterable<string>;
  /**
   * All that the page at `path` shows: a pure function of the snapshot.
   * @throws NoSuchView
   */
  view(snapshot: Snapshot, path: string): unknown;
  /** The page's bytes, a pure function of path and view. */
  render(path: string, view: unknown): Promise<{ status: number; body: Uint8Array }>;
}
