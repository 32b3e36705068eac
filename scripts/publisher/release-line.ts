/** A release as one line of JSON for machines. Pure. */
import type { Cause } from './ports.ts';
import type { Published } from './publish.ts';

/** Causes that a line names; a release of more says how many there were. */
const named = 20;

/** Documented in docs/operations.md: fields are added, never renamed. */
export interface ReleaseLine {
  at: string;
  release: number;
  kind: string;
  revision: number;
  /** From the moment at which the publisher learned of the change until its bytes were served; absent where it learned of none. */
  servedAfterMs?: number;
  /** What the pass itself took. */
  publishedInMs: number;
  pages: number;
  viewed: number;
  rendered: number;
  written: number;
  removed: number;
  problems: number;
  /** Without titles: this file outlives what is retracted (law 6), and a removed item's title would stay in it. */
  causes: Omit<Cause, 'title'>[];
  causesInAll: number;
}

export interface Times {
  /** Milliseconds of one clock. */
  learned?: number | undefined;
  began: number;
  served: number;
}

export function releaseLine(
  { release, pageFaults, mediaProblems }: Published,
  causes: readonly Cause[],
  { learned, began, served }: Times,
): ReleaseLine {
  const { number, kind, revision, at, counts } = release;
  return {
    ...{ at, release: number, kind, revision },
    ...(learned !== undefined && { servedAfterMs: Math.round(served - learned) }),
    publishedInMs: Math.round(served - began),
    ...counts,
    problems: pageFaults.length + mediaProblems.length,
    causes: causes.slice(0, named).map(({ title: _, ...cause }) => cause),
    causesInAll: causes.length,
  };
}
