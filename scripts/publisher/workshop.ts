/** What one pass of publishing is given. */
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import type { Bundle, LiveTree, Log, MediaStore, State } from './ports.ts';

/** Everything a pass works with. */
export interface Workshop {
  bundle: Bundle;
  snapshot: WritableSnapshot;
  state: State;
  live: LiveTree;
  media: MediaStore;
  log: Log;
  now(): Date;
}

export interface PublishOptions {
  acceptShrink: boolean;
  /** Render and write everything, whatever is known. */
  full: boolean;
  /** Honoured until the first byte goes live; from there on the pass is finished. */
  signal?: AbortSignal;
}
