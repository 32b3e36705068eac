/** Old releases go, and with them what only they needed. The live tree's own objects never do. */
import type { Workshop } from './workshop.ts';

/** Safe to be killed in: an object that was not removed is found by the next `sweepObjects`. */
export async function forgetOldReleases({ state, objects, media, keepReleases }: Workshop): Promise<void> {
  const loose = state.forgetReleases(keepReleases);
  for (const object of loose.objects) await objects?.remove(object);
  if (loose.sha256s.length > 0) media.forget(new Set(loose.sha256s));
}
