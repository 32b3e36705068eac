/** What one pass of publishing is given. */
import type { Delta } from '@xinglin/shared/delta.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import type { PageMakers } from './makers.ts';
import type { Bundle, Log, MediaStore, ObjectStore, State, Trees } from './ports.ts';
import type { StatusRow } from './rules.ts';
import type { Turns } from './turns.ts';

/** Everything a pass works with. */
export interface Workshop {
  bundle: Bundle;
  snapshot: WritableSnapshot;
  state: State;
  trees: Trees;
  /** Absent where nothing is kept, as in a folder of somebody else's. */
  objects: ObjectStore | undefined;
  media: MediaStore;
  /** Makes very many pages; the publisher's own thread where absent. */
  makers?: PageMakers;
  /** Tells web servers which addresses moved or are gone; absent where no server asks. */
  writeRules?: (rows: readonly StatusRow[]) => Promise<void>;
  /** Tells the view counter which articles are published, where that may have changed; absent where nobody counts. */
  tellCounter?: (changed: Delta | 'anything') => Promise<void>;
  turns: Turns;
  log: Log;
  now(): Date;
  /** How many releases can be rolled back to. */
  keepReleases: number;
}

/** How far a long step has come. */
export interface PassProgress {
  step: 'pages';
  done: number;
  total: number;
}

export interface PublishOptions {
  /** A person has seen the brake's sentence and wants to go on. */
  allowMassDeletion: boolean;
  /** The brakes that were released for the content at hand, before this pass. */
  overridden?: readonly string[];
  /** Render and write everything, whatever is known. */
  full: boolean;
  /** `false` writes no compressed files. */
  encode?: boolean;
  /** Honoured until the first byte goes live; from there on the pass is finished. */
  signal?: AbortSignal;
  onProgress?: (progress: PassProgress) => void;
}
