/** The first letter of a doctor's name in pinyin, by which the list of all doctors is in order. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Doctor } from '@xinglin/shared/content/doctor.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

/** Where nobody wrote the pinyin. Sorts after Z. */
const other = '其他';

/** `zhou min` ─► Z */
export function initialOf({ pinyin }: Doctor): string {
  return /^[a-z]/i.exec(pinyin ?? '')?.[0].toUpperCase() ?? other;
}

/** Where the list of all doctors has a letter. */
export function initialId(letter: string): string {
  return letter === other ? 'zi-mu-qi-ta' : `zi-mu-${letter.toLowerCase()}`;
}

/** By the pinyin of their names; those without it last. */
export function inNameOrder(doctors: readonly Doctor[]): Doctor[] {
  return [...doctors].sort(
    (a, b) =>
      compareCodeUnits(initialOf(a), initialOf(b)) ||
      compareCodeUnits(a.pinyin ?? '', b.pinyin ?? '') ||
      compareCodeUnits(a.id, b.id),
  );
}

/** The letters of those who work here, in order. */
export function initialsOf(snapshot: Snapshot): string[] {
  const here = snapshot.all('doctor').filter(({ status }) => status === '在职');
  return [...new Set(here.map(initialOf))].sort(compareCodeUnits);
}
