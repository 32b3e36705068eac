/** Old releases go, and with them what only they needed. The live tree's own objects never do. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Workshop } from './workshop.ts';

/** Safe to be killed in: an object that was not removed is found by `sweepObjects`. */
export async function forgetOldReleases({ state, objects, media, keepReleases }: Workshop): Promise<void> {
  const loose = state.forgetReleases(keepReleases);
  for (const object of loose.objects) await objects?.remove(object);
  if (loose.sha256s.length > 0) media.forget(new Set(loose.sha256s));
}

/** After so many objects readers get their turn. */
const objectsATurn = 200;

/** Objects that a pass stored and never named, because it was killed or called off. Not beside a pass. */
export async function sweepObjects({ state, objects }: Workshop): Promise<void> {
  if (objects === undefined) return;
  await objects.sweep();
  let looked = 0;
  for await (const object of objects.all()) {
    if (!state.isNamed(object)) await objects.remove(object);
    looked += 1;
    if (looked % objectsATurn === 0) await nextTurn();
  }
}
