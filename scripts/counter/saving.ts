/**
 * Stores what was counted, at short intervals. A batch whose storing failed, or of which nobody knows whether it
 * was stored, is tried again under its own name before anything newer: nothing is lost and nothing counts twice.
 */
import type { Batch, Say, Store } from './ports.ts';
import type { Tally } from './tally.ts';

/** Milliseconds between two savings: a kill loses the reads of these, and of the saving under way. */
export const saveEvery = 1_000;

export interface SavingOptions {
  tally: Pick<Tally, 'take'>;
  store: Pick<Store, 'add'>;
  newName(): string;
  say: Say;
}

export class Saving {
  readonly #options: SavingOptions;
  #pending: Batch | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;

  constructor(options: SavingOptions) {
    this.#options = options;
  }

  /** Whether all is well: the last saving did not fail. */
  get isWell(): boolean {
    return this.#failures === 0;
  }

  /** Stores all that was counted so far; while a saving is under way, waits for that one. Never rejects. */
  save(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** The last saving of a process: what one under way did not take, too. @throws what the store throws. */
  async finish(): Promise<void> {
    await this.#running;
    for (let batch = this.#next(); batch !== undefined; batch = this.#next()) await this.#store(batch);
  }

  async #attempt(): Promise<void> {
    const { say } = this.#options;
    const batch = this.#next();
    if (batch === undefined) return;
    try {
      await this.#store(batch);
      if (this.#failures > 0) say(`浏览次数又能保存了（此前失败 ${this.#failures} 次），没有丢失。`);
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      // Told once, when it begins: it is tried again every second.
      if (this.#failures === 1)
        say(`浏览次数暂时存不下来：${(error as Error).message}。先记在内存里，会一直重试。`);
    }
  }

  #next(): Batch | undefined {
    const { tally, newName } = this.#options;
    this.#pending ??= tally.take(newName());
    return this.#pending;
  }

  async #store(batch: Batch): Promise<void> {
    await this.#options.store.add(batch);
    this.#pending = undefined;
  }
}
