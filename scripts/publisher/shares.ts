/**
 * Work shared out among a few: everybody has a stretch of their own and takes it from the front; who is through
 * takes from the end of the longest stretch that is left. Neighbours in a plan show the same items, so that one
 * thread's caches serve a stretch, and all end together all the same.
 */
export class Shares<Work> {
  readonly #work: readonly Work[];
  readonly #portion: number;
  readonly #left: { from: number; to: number }[];

  constructor(work: readonly Work[], count: number, portion: number) {
    this.#work = work;
    this.#portion = portion;
    const bound = (index: number) => Math.floor((work.length * index) / count);
    this.#left = Array.from({ length: count }, (_, index) => ({ from: bound(index), to: bound(index + 1) }));
  }

  /** The next portion for one of them; empty when nothing is left for anybody. */
  take(index: number): Work[] {
    const own = this.#left[index];
    if (own !== undefined && own.from < own.to) {
      const end = Math.min(own.from + this.#portion, own.to);
      const taken = this.#work.slice(own.from, end);
      own.from = end;
      return taken;
    }
    const longest = this.#left.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best));
    const begin = Math.max(longest.to - this.#portion, longest.from);
    const taken = this.#work.slice(begin, longest.to);
    longest.to = begin;
    return taken;
  }
}
