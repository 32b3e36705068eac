/** Delivers receipts beside publishing: a CMS that takes them slowly delays no release. */

export class Courier {
  readonly #deliver: () => Promise<unknown>;
  #under: Promise<void> | undefined;
  #again = false;

  #fault: unknown;

  /** @param deliver sends what waits; what it throws is thrown at the next occasion. */
  constructor(deliver: () => Promise<unknown>) {
    this.#deliver = deliver;
  }

  /** There is something to deliver. */
  nudge(): void {
    this.#throwFault();
    if (this.#under === undefined) this.#under = this.#run();
    else this.#again = true;
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    this.#again = false;
    await this.#under;
    this.#throwFault();
  }

  #throwFault(): void {
    const fault = this.#fault;
    this.#fault = undefined;
    if (fault !== undefined) throw fault;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#deliver();
      } while (this.#again);
    } catch (error) {
      this.#fault = error;
    }
    this.#under = undefined;
  }
}
