/** Old releases go, and with them what only they needed. The live tree's own objects never do. */
import type { Workshop } from './workshop.ts';

/** Safe to be killed in: an object that was not removed is found by `sweepObjects`. */
export async function forgetOldReleases({ state, objects, media, keepReleases }: Workshop): Promise<void> {
  const loose = state.forgetReleases(keepReleases);
  for (const object of loose.objects) await objects?.remove(object);
  if (loose.sha256s.length > 0) media.forget(new Set(loose.sha256s));
}

/** Takes away what a pass stored and never named, because it was killed or called off; folder by folder, in turns. */
export async function sweepObjects(
  { state, objects, turns }: Workshop,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const folder of (await objects?.folders()) ?? []) {
    if (signal?.aborted) return;
    await turns.take(async () => objects?.sweep(folder, (object) => state.isNamed(object)));
  }
}
