/** Chance that repeats itself: the same seed gives the same corpus on every machine. */

/** Numbers from a seed by SplitMix32 (Steele, Lea and Flood, 2014): each step is one add and two multiplications. */
export class Dice {
  #state: number;

  /** @param words what the numbers depend on; the same words give the same numbers. */
  constructor(...words: (string | number)[]) {
    let hash = 0x811c9dc5;
    for (const character of words.join('\n')) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    this.#state = hash >>> 0;
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  }

  /** From `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.next() * values.length)] as Value;
  }

  /** Up to `count` different ones. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    const found = new Set<Value>();
    for (let turn = 0; turn < count; turn += 1) found.add(this.pick(values));
    return [...found];
  }

  /** The first far more often than the last: the n-th in proportion to 1/n. */
  zipf<Value>(values: readonly Value[]): Value {
    const rank = Math.floor(values.length ** this.next());
    return values[Math.min(rank, values.length) - 1] as Value;
  }
}
