/** Which slug is free. */
import { shorten } from './pinyin.ts';

const longest = 80;

/** The first of `base`, `base-2`, `base-3` … for which `isTaken` is false, none longer than 80 characters. */
export function firstFree(base: string, isTaken: (slug: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const slug = shorten(base, longest - suffix.length) + suffix;
    if (!isTaken(slug)) return slug;
  }
}

/**
 * Slugs given out whose transaction has not ended yet. Two editors who save the same title at once both ask
 * the database before either has written: what the first was given must not be given again until its row
 * is visible. (Against a second process stands the database's own unique index.)
 */
export class Reservations {
  readonly #held = new Set<string>();

  has(type: string, slug: string): boolean {
    return this.#held.has(`${type}/${slug}`);
  }

  /** Holds a slug and returns the function that gives it back. */
  hold(type: string, slug: string): () => void {
    const key = `${type}/${slug}`;
    this.#held.add(key);
    return () => this.#held.delete(key);
  }
}
