/** Days of the hospital's clock. Asia/Shanghai has had no summer time since 1991: always eight hours ahead. */

const hour = 3_600_000;
const dayLength = 24 * hour;

/** The day of a moment, `2026-11-24`; `milliseconds` since 1970, UTC. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds + 8 * hour).toISOString().slice(0, 10);
}

/** The same for moments that come one after the other: a day is spelled once. */
export function calendar(): (milliseconds: number) => string {
  let number = Number.NaN;
  let day = '';
  return (milliseconds) => {
    const current = Math.floor((milliseconds + 8 * hour) / dayLength);
    if (current !== number) {
      number = current;
      day = dayOf(milliseconds);
    }
    return day;
  };
}
