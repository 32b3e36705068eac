/** One thing at a time: passes, rollbacks and wiping follow one another, whoever asks for them. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs work when everything asked for before has ended; its outcome is the caller's. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
