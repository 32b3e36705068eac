/** The port between the publisher and the site's built bundle. The site implements it, the publisher drives it. */
import type { Change } from './feed.ts';
import type { Snapshot } from './snapshot.ts';

/** A planned path, and what must come out of rendering it. */
export interface Route {
  path: string;
  /** The page kind, for reports: `article`, `channel-month`, `rss` … */
  kind: string;
  status: 200 | 404 | 410;
}

/** Thrown by `view` where a planned route has nothing to show: a fault of the plan, never of the reader. */
export class NoSuchView extends Error {
  override readonly name = 'NoSuchView';
}

export interface Renderer {
  /** Every route of the site for this snapshot, each once, in code-unit order of paths. */
  plan(snapshot: Snapshot): Route[];
  /** The planned routes that the changes may touch: may name too many, never too few (law 3). */
  affected(snapshot: Snapshot, changes: readonly Change[]): Route[];
  /**
   * All that the page at `path` shows: a pure function of the snapshot.
   * @throws NoSuchView
   */
  view(snapshot: Snapshot, path: string): unknown;
  /** The page's bytes, a pure function of path and view. */
  render(path: string, view: unknown): Promise<{ status: number; body: Uint8Array }>;
}
