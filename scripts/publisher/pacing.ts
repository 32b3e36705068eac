/**
 * When the next release may begin: the first change at once, then at most one release a second, so that a burst
 * becomes a few releases and each of its changes is live within two. Pure: the moment is given, in milliseconds
 * of a clock that never goes back.
 */

/** Milliseconds between the beginnings of two releases. */
export const pace = 1_000;

/**
 * How long changes that are there now must wait.
 * @param lastBegan when the last release began; undefined before the first.
 * @param urgent whether one of them may not wait (`urgency.ts`).
 */
export function waitBefore(now: number, lastBegan: number | undefined, urgent: boolean): number {
  if (urgent || lastBegan === undefined) return 0;
  return Math.max(0, lastBegan + pace - now);
}
