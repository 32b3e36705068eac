/** What a person may ask of the publisher beside publishing, and what it answers. */
import { publish } from './publish.ts';
import { rollBack, rollbackTarget, unpin } from './rollback.ts';
import type { Workshop } from './workshop.ts';

export interface RollbackAnswer {
  /** The release that is live now, and the one that it goes back to. */
  release: number;
  target: number;
  targetAt: string;
  written: number;
  removed: number;
  missing: string[];
  milliseconds: number;
}

export interface RollbackPlan {
  target: number;
  targetAt: string;
  /** Files that differ from then. */
  files: number;
}

export interface UnpinAnswer {
  /** The release that was pinned; absent where none was. */
  pinned?: number;
  release: number;
  written: number;
  removed: number;
  milliseconds: number;
}

export async function actRollback(workshop: Workshop, wanted: number | undefined): Promise<RollbackAnswer> {
  const began = performance.now();
  const { release, target, missing } = await rollBack(workshop, wanted);
  workshop.log('warn', 'rolled-back', release.note ?? '', { release: release.number, target: target.number });
  return {
    ...{ release: release.number, target: target.number, targetAt: target.at, missing },
    ...{ written: release.counts.written, removed: release.counts.removed },
    milliseconds: Math.round(performance.now() - began),
  };
}

/** What a rollback would do. */
export async function actRollbackPlan(workshop: Workshop, wanted: number | undefined): Promise<RollbackPlan> {
  const target = rollbackTarget(workshop, wanted);
  const files = workshop.state.changedAfter(target.number).length;
  return { target: target.number, targetAt: target.at, files };
}

/** Everything that queued goes live. Pages that a rollback brought back may vanish again: no brake for that. */
export async function actUnpin(workshop: Workshop): Promise<UnpinAnswer> {
  const began = performance.now();
  const pinned = unpin(workshop);
  const { release, counts } = await publish(workshop, {
    allowMassDeletion: pinned !== undefined,
    full: false,
  });
  if (pinned !== undefined) workshop.log('info', 'unpinned', `不再固定在第 ${pinned} 次发布`, { pinned });
  return {
    ...(pinned !== undefined && { pinned }),
    ...{ release: release.number, written: counts.written, removed: counts.removed },
    milliseconds: Math.round(performance.now() - began),
  };
}
