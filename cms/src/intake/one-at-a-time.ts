/** Intakes wait for one another: two givers with the same key must not both find that it is new. */
let last: Promise<unknown> = Promise.resolve();

/** Runs after all that was handed over before has ended, well or not. */
export function oneAtATime<Result>(run: () => Promise<Result>): Promise<Result> {
  const next = last.then(run, run);
  last = next.catch(() => undefined);
  return next;
}
