/** Waits for a condition, never for a time. */

/**
 * Asks until the answer is neither undefined nor false.
 * @throws Error naming what was awaited, with the last error that asking gave, after `seconds`.
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false> | Value | undefined | false,
  { seconds = 30, every = 50 }: { seconds?: number; every?: number } = {},
): Promise<Value> {
  const deadline = performance.now() + seconds * 1000;
  let last: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  throw new Error(`waited ${seconds} s in vain for ${what}`, { cause: last });
}
