/** The patrol of a resident publisher: once, beside its work, from when everything is live for the first time. */
import { CommandFault } from '../cli.ts';
import { blameDisk } from './faults.ts';
import { patrol } from './patrol.ts';
import type { Workshop } from './workshop.ts';

export class Rounds {
  readonly #workshop: Workshop;
  readonly #ending = new AbortController();
  readonly #signal: AbortSignal;
  #found = new AbortController();
  #going: Promise<void> | undefined;

  constructor(workshop: Workshop, signal: AbortSignal) {
    this.#workshop = workshop;
    this.#signal = AbortSignal.any([signal, this.#ending.signal]);
  }

  /** Aborted when files were found that the next pass is to make again. */
  get found(): AbortSignal {
    return this.#found.signal;
  }

  /** Begins the patrol, the first time. */
  begin(): void {
    this.#going ??= this.#go();
  }

  /** What was found is being looked at. */
  seen(): void {
    if (this.#found.signal.aborted) this.#found = new AbortController();
  }

  /** Ends the patrol after the portion at hand. */
  async end(): Promise<void> {
    this.#ending.abort();
    await this.#going;
  }

  async #go(): Promise<void> {
    try {
      if ((await patrol(this.#workshop, this.#signal)) > 0) this.#found.abort();
    } catch (raw) {
      const error = blameDisk(raw);
      if (!(error instanceof CommandFault)) throw error;
      this.#workshop.log('warn', 'patrol-failed', `网站文件没有全部检查完：${error.message}`);
    }
  }
}
