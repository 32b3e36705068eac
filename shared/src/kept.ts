/**
 * What was worked out once and may be asked for again, within a bound. Two generations: what is asked for moves to
 * the young one; when that is half full it becomes the old one, and what was not asked for since goes. An answer
 * costs one look-up, where a strict order of use would cost two writes.
 */
export class Kept<Value> {
  readonly #most: number;
  #young = new Map<string, Entry<Value>>();
  #old = new Map<string, Entry<Value>>();
  #youngWeight = 0;
  #oldWeight = 0;

  /** @param most all weights together; in the unit that `set` is given, characters as a rule. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young.value;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.#oldWeight -= old.weight;
    this.#add(key, old);
    return old.value;
  }

  set(key: string, value: Value, weight: number): void {
    this.delete(key);
    if (weight <= this.#most) this.#add(key, { value, weight });
  }

  delete(key: string): void {
    this.#youngWeight -= this.#young.get(key)?.weight ?? 0;
    this.#oldWeight -= this.#old.get(key)?.weight ?? 0;
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#youngWeight = 0;
    this.#oldWeight = 0;
  }

  #add(key: string, entry: Entry<Value>): void {
    this.#young.set(key, entry);
    this.#youngWeight += entry.weight;
    if (this.#youngWeight + this.#oldWeight > this.#most || this.#youngWeight * 2 > this.#most) this.#age();
  }

  #age(): void {
    this.#old = this.#young;
    this.#oldWeight = this.#youngWeight;
    this.#young = new Map();
    this.#youngWeight = 0;
  }
}

interface Entry<Value> {
  value: Value;
  weight: number;
}
