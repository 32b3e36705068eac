/** Milliseconds to wait after so many failures in a row: doubling from one second to one minute, with jitter. */
export function backoff(failures: number, random: number): number {
  const ceiling = Math.min(60_000, 1_000 * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
