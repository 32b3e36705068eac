/** What the publisher says of itself: one JSON value for machines, and for `pnpm status`. */
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Release } from './ports.ts';
import type { ProgressNews } from './progress-port.ts';

/**
 * `idle`: everything is live, the CMS is asked for news. `syncing`, `publishing`: at work. `pinned`: idle, and a
 * rollback holds publishes back. `failing`: something goes wrong again and again, and is tried again. `halted`: a
 * brake holds, and a person must decide.
 */
export type ServiceState = 'starting' | 'idle' | 'syncing' | 'publishing' | 'pinned' | 'failing' | 'halted';

export interface StatusFault {
  /** Permanent name: `cms-fault`, `brake-fault` … */
  name: string;
  /** Chinese: what happened, and what to do. */
  sentence: string;
  remedy: string;
  /** ISO 8601, UTC: when it happened first, and how often in a row. */
  since: string;
  times: number;
  /** When it was over; absent while it is not. */
  until?: string;
}

export interface Status {
  state: ServiceState;
  /** ISO 8601, UTC. */
  since: string;
  startedAt: string;
  uptimeSeconds: number;
  pid: number;
  /** Resident memory in bytes. */
  memory: number;
  release: Pick<Release, 'number' | 'kind' | 'revision' | 'at' | 'counts'> | null;
  /** The release that is pinned. */
  pinned: number | null;
  /** The snapshot's revision, and the newest that the CMS told of. */
  revision: number;
  head: number | null;
  headAt: string | null;
  /** Receipts that the CMS has not taken yet. */
  receiptsWaiting: number;
  /** How many items are quarantined, and the first of them. */
  quarantined: number;
  quarantine: Pick<QuarantinedItem, 'type' | 'id' | 'title' | 'problems'>[];
  /** How many things were found and want a look, and the first of them. */
  problems: number;
  problem: string[];
  /** The fault at hand, or else the last one. */
  fault: StatusFault | null;
  /** How far a long step is. */
  progress: ProgressNews | null;
}

/** Whether somebody must look: what a monitor should ring for. */
export function isWell({ state }: Pick<Status, 'state'>): boolean {
  return state !== 'failing' && state !== 'halted';
}
