/**
 * How long an answer may take: as long as it keeps coming. Pure. A clock on the whole answer would refuse a
 * first feed of many thousand articles over a slow line, and wait for minutes on a line that is dead.
 */

/** Seconds without a byte after which an answer is given up. */
export const silence = 20;
/** Seconds over which the rate is taken, and the bytes a second that any line in use must carry. */
const window = 20;
const slowest = 1024;

/** Why an answer is given up. */
export type Verdict = 'silent' | 'slow';

/** Counts seconds in which somebody waited: time in which we were busy or suspended is not the other side's. */
export class Patience {
  #silent = 0;
  #seconds = 0;
  #bytes = 0;

  got(bytes: number): void {
    this.#silent = 0;
    this.#bytes += bytes;
  }

  /** A second of waiting has passed. */
  tick(): Verdict | undefined {
    this.#silent += 1;
    this.#seconds += 1;
    if (this.#silent >= silence) return 'silent';
    if (this.#seconds < window) return undefined;
    const enough = this.#bytes >= window * slowest;
    this.#seconds = 0;
    this.#bytes = 0;
    return enough ? undefined : 'slow';
  }
}
