/** `--dry-run`: what a publish would change, tried on a copy of the snapshot that is thrown away. */
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { isFault, look, type PageFault } from './look.ts';
import type { Cms, State } from './ports.ts';
import { survey } from './survey.ts';
import { type Synced, sync } from './sync.ts';
import type { Workshop } from './workshop.ts';

export interface Preview {
  synced: Synced;
  /** Pages that would be rendered, those new among them, and those that would go. */
  render: string[];
  fresh: string[];
  remove: string[];
  pageFaults: PageFault[];
}

/** @throws what `sync` and `survey` throw: the same brakes hold. */
export async function preview(
  { bundle, snapshot, state }: Workshop,
  cms: Pick<Cms, 'feed'>,
  options: { acceptShrink: boolean; full: boolean },
): Promise<Preview> {
  const trial = openSnapshot(':memory:', { readOnly: false });
  try {
    const head = { kind: 'header', format: 'xinglin-feed/1', since: 0 } as const;
    trial.replace({ ...head, epoch: snapshot.epoch, revision: snapshot.revision }, snapshot.changesSince(0));
    const forgetful: Pick<State, 'quarantine'> = { quarantine: () => {} };
    const synced = await sync(cms, trial, forgetful, options);
    const before = survey(bundle, trial, state, options);
    const result: Preview = { synced, render: [], fresh: [], remove: [], pageFaults: [] };
    for (const route of before.pages) {
      const { path } = route;
      const seen = look(bundle.renderer, trial, route);
      if (isFault(seen)) result.pageFaults.push(seen);
      else if (options.full || before.unknown.has(path) || before.files.get(path)?.view !== seen.digest) {
        (before.files.has(path) ? result.render : result.fresh).push(path);
      }
    }
    result.remove = before.lost.map(({ path }) => path);
    return result;
  } finally {
    trial.close();
  }
}
