/** `--dry-run`: what a publish would change, tried on a copy of the snapshot that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  { bundle, snapshot, state, now }: Workshop,
  cms: Pick<Cms, 'feed'>,
  options: { allowMassDeletion: boolean; full: boolean },
): Promise<Preview> {
  const folder = mkdtempSync(join(tmpdir(), 'xinglin-preview-'));
  const copy = join(folder, 'snapshot.db');
  snapshot.copyTo(copy);
  const trial = openSnapshot(copy, { readOnly: false });
  try {
    const forgetful: Pick<State, 'quarantine'> = { quarantine: () => {} };
    const synced = await sync(cms, trial, forgetful, options);
    const before = survey(bundle, trial, state, { full: options.full, now: now() });
    const result: Preview = { synced, render: [], fresh: [], remove: [], pageFaults: [] };
    for (const route of before.pages) {
      const { path } = route;
      const seen = look(bundle.renderer, trial, route);
      const known = state.file(path);
      if (isFault(seen)) result.pageFaults.push(seen);
      else if (options.full || state.isUnknown(path) || known?.view !== seen.digest) {
        (known === undefined ? result.fresh : result.render).push(path);
      }
    }
    result.remove = before.lost.map(({ path }) => path);
    return result;
  } finally {
    trial.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
