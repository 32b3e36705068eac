/**
 * One pass: from the snapshot to the live tree. All new bytes are staged first, where readers cannot see them;
 * only when nothing more can fail for want of space or of a template does anything become visible, and the
 * release row comes last. A crash at any point leaves whole files, and paths marked unknown that the next pass
 * makes again.
 */
import { type Published, pass } from './pass.ts';
import { publishPinned } from './pinned.ts';
import { proveMedia } from './prove-media.ts';
import { wipePast } from './purge.ts';
import { survey } from './survey.ts';
import type { PublishOptions, Workshop } from './workshop.ts';

export type { Published } from './pass.ts';

/**
 * Brings the live tree to the snapshot; while a release is pinned, only what may not wait (`pinned.ts`).
 * @throws BrakeFault, BundleFault, OutputFault: the live site is untouched.
 */
export function publish(workshop: Workshop, options: PublishOptions): Promise<Published> {
  return workshop.turns.take(() => inTurn(workshop, options));
}

async function inTurn(workshop: Workshop, options: PublishOptions): Promise<Published> {
  await wipePast(workshop);
  if (workshop.state.pinned() !== undefined) return publishPinned(workshop, options);
  const { bundle, snapshot, state, now } = workshop;
  const { full, signal } = options;
  const look = () => survey(bundle, snapshot, state, { full, now: now() });
  const before = look();
  const moved = await proveMedia(workshop, before.media, full ? 'all' : 'passing', signal);
  return pass(workshop, moved ? look() : before, options);
}
