/** Those who wait for the feed to move on. A wake-up is a hint (law 7): the one woken reads the head itself. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  /** How many wait now. */
  get count(): number {
    return this.#waiting.size;
  }

  /** Wakes everybody: call it after a commit. */
  wake(): void {
    for (const resolve of [...this.#waiting]) resolve();
  }

  /** Resolves at the next wake-up, after `milliseconds`, or when `signal` aborts, whichever comes first. */
  next(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
      this.#waiting.add(done);
      if (signal.aborted) done();
    });
  }
}
