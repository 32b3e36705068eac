/**
 * How many reads one address may bring: token buckets under a salted hash. The salt and all buckets are thrown
 * away every few minutes, so that nothing in memory tells who was here, and nothing at all is written.
 */
import { hash, randomBytes } from 'node:crypto';

/** Milliseconds that a salt, and with it every bucket, lives. */
const generation = 5 * 60_000;
/** Buckets beyond which the generation ends early: what bounds the memory of a flood from many addresses. */
const mostBuckets = 50_000;

interface Bucket {
  left: number;
  /** When it was filled last. */
  at: number;
}

export interface LimitOptions {
  /** Reads a minute that one address may bring; as many may come at once. */
  perMinute: number;
  /** Milliseconds of a clock that only moves forward. */
  now(): number;
}

export class Limit {
  readonly #options: LimitOptions;
  #salt = '';
  #born = Number.NEGATIVE_INFINITY;
  #buckets = new Map<string, Bucket>();

  constructor(options: LimitOptions) {
    this.#options = options;
  }

  /** Buckets in memory. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Takes one token of a client's. @returns false where none is left. */
  allows(client: string): boolean {
    const { perMinute, now } = this.#options;
    const at = now();
    if (at - this.#born >= generation || this.#buckets.size >= mostBuckets) this.#renew(at);
    const key = hash('sha256', this.#salt + client, 'base64');
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      this.#buckets.set(key, { left: perMinute - 1, at });
      return perMinute > 0;
    }
    bucket.left = Math.min(perMinute, bucket.left + ((at - bucket.at) / 60_000) * perMinute);
    bucket.at = at;
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  /** Forgets everybody whose generation is over: called from time to time, so that a quiet night forgets too. */
  forgetOld(): void {
    if (this.#options.now() - this.#born >= generation) this.#buckets = new Map();
  }

  #renew(at: number): void {
    this.#salt = randomBytes(32).toString('base64');
    this.#born = at;
    this.#buckets = new Map();
  }
}
