/** The counts in memory: what is known, what was counted, what is not stored yet. Pure. */
import type { Batch, Reads } from './ports.ts';

export class Tally {
  readonly #totals: Map<string, number>;
  #known: ReadonlySet<string> = new Set();
  #unsaved = new Map<string, Map<string, number>>();

  /** @param totals all reads so far, as they are stored. */
  constructor(totals: Map<string, number>) {
    this.#totals = totals;
  }

  /** How many articles there are to be read. */
  get known(): number {
    return this.#known.size;
  }

  /** From here on these articles are published, and no others. */
  publish(ids: ReadonlySet<string>): void {
    this.#known = ids;
  }

  /** Counts a read of an article on a day. @returns whether it counted: an unknown article counts as nothing. */
  hit(id: string, day: string): boolean {
    if (!this.#known.has(id)) return false;
    this.#totals.set(id, (this.#totals.get(id) ?? 0) + 1);
    const ofDay = this.#unsaved.get(day) ?? this.#begin(day);
    ofDay.set(id, (ofDay.get(id) ?? 0) + 1);
    return true;
  }

  /** Reads so far of those of these articles that are published, the latest included. */
  totalsOf(ids: readonly string[]): Record<string, number> {
    const known = ids.filter((id) => this.#known.has(id));
    return Object.fromEntries(known.map((id) => [id, this.#totals.get(id) ?? 0]));
  }

  /** Hands over what is not stored yet; undefined where there is nothing. What is taken must be stored. */
  take(name: string): Batch | undefined {
    if (this.#unsaved.size === 0) return undefined;
    const reads: Reads[] = [];
    for (const [day, counts] of this.#unsaved) {
      for (const [id, count] of counts) reads.push({ id, day, count });
    }
    this.#unsaved = new Map();
    return { name, reads };
  }

  #begin(day: string): Map<string, number> {
    const ofDay = new Map<string, number>();
    this.#unsaved.set(day, ofDay);
    return ofDay;
  }
}
