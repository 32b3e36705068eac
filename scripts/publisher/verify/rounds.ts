/** Looking again: what seems wrong while the publisher is at work may be right a moment later. */
import { type AuditFault, forEach, type OnProgress } from './audit.ts';

/** What was found at a path at one look. */
export interface Sight {
  faults: AuditFault[];
  /** Differs whenever what was compared has moved since. */
  stamp: string;
  /** The publisher is about to change it. */
  busy: boolean;
}

export interface Looking {
  look(path: string): Promise<Sight>;
  /** Waits until the publisher may have come further. */
  settle(): Promise<void>;
  onProgress?: OnProgress | undefined;
}

/** So often all that seems wrong is looked at again. */
const patience = 8;

/** Faults that stay: found twice in a row while nothing moved, or still found when patience ends. */
export async function lastingFaults(paths: readonly string[], looking: Looking): Promise<AuditFault[]> {
  const lasting: AuditFault[] = [];
  let suspects = await seen(paths, looking, looking.onProgress);
  for (let round = 1; suspects.size > 0; round += 1) {
    await looking.settle();
    const again = await seen([...suspects.keys()], looking, undefined);
    for (const [path, { faults, stamp, busy }] of again) {
      const still = !busy && suspects.get(path)?.stamp === stamp;
      if (!still && round < patience) continue;
      lasting.push(...faults);
      again.delete(path);
    }
    suspects = again;
  }
  return lasting;
}

/** What shows faults at one look at each. */
async function seen(
  paths: readonly string[],
  { look }: Looking,
  onProgress: OnProgress = () => {},
): Promise<Map<string, Sight>> {
  const found = new Map<string, Sight>();
  const take = async (path: string) => {
    const sight = await look(path);
    if (sight.faults.length > 0) found.set(path, sight);
  };
  await forEach(paths, take, onProgress);
  return found;
}
