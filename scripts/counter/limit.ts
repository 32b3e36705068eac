/**
 * How many reads one address may bring: token buckets at places that a salted hash chooses. A place is all that is kept
 * of an address, and several addresses share one; the salt and all places are thrown away every few minutes. So nothing
 * in memory tells who was here, nothing at all is written, and no flood makes it grow.
 */
import { hash, randomBytes } from 'node:crypto';

/** Milliseconds that a salt lives. */
const generation = 5 * 60_000;
/** 2^17: with ten thousand readers within minutes one in thirteen shares a place, and has half of a lot. */
const places = 131_072;

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
  /** How many tokens were spent at a place and are not made up for yet, and when that was worked out, since `#born`. */
  readonly #spent = new Float32Array(places);
  readonly #at = new Float32Array(places);

  constructor(options: LimitOptions) {
    this.#options = options;
  }

  /** Places that remember anything. */
  get used(): number {
    return this.#spent.reduce((count, spent) => count + (spent > 0 ? 1 : 0), 0);
  }

  /** Takes one token of a client's. @returns false where none is left. */
  allows(client: string): boolean {
    const { perMinute, now } = this.#options;
    const moment = now();
    if (moment - this.#born >= generation) this.#renew(moment);
    const place = this.#placeOf(client);
    const since = moment - this.#born;
    const made = ((since - (this.#at[place] ?? 0)) / 60_000) * perMinute;
    const spent = Math.max(0, (this.#spent[place] ?? 0) - made);
    const isLeft = spent + 1 <= perMinute;
    this.#spent[place] = isLeft ? spent + 1 : spent;
    this.#at[place] = since;
    return isLeft;
  }

  /** Forgets everybody whose generation is over: called from time to time, so that a quiet night forgets too. */
  forgetOld(): void {
    if (this.#born !== Number.NEGATIVE_INFINITY && this.#options.now() - this.#born >= generation)
      this.#forget();
  }

  #placeOf(client: string): number {
    return Number.parseInt(hash('sha256', this.#salt + client, 'hex').slice(0, 8), 16) % places;
  }

  #renew(moment: number): void {
    this.#forget();
    this.#salt = randomBytes(32).toString('base64');
    this.#born = moment;
  }

  #forget(): void {
    this.#salt = '';
    this.#born = Number.NEGATIVE_INFINITY;
    this.#spent.fill(0);
    this.#at.fill(0);
  }
}
