import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pace, waitBefore } from './pacing.ts';

interface Commit {
  at: number;
  urgent: boolean;
}

interface Release {
  began: number;
  urgent: boolean;
  commits: Commit[];
}

/** Releases that take so long each, made of commits that come when they come. */
function run(commits: readonly Commit[], takes: number): Release[] {
  const waiting = commits.toSorted((a, b) => a.at - b.at);
  const releases: Release[] = [];
  let free = 0;
  while (waiting.length > 0) {
    let now = Math.max(free, waiting[0]?.at ?? 0);
    for (;;) {
      const there = waiting.filter(({ at }) => at <= now);
      const urgent = there.some((commit) => commit.urgent);
      const wait = waitBefore(now, releases.at(-1)?.began, urgent);
      const next = waiting.find(({ at }) => at > now)?.at ?? Number.POSITIVE_INFINITY;
      if (wait === 0) break;
      now = Math.min(now + wait, next);
    }
    const taken = waiting.filter(({ at }) => at <= now);
    waiting.splice(0, taken.length);
    releases.push({ began: now, urgent: taken.some(({ urgent }) => urgent), commits: taken });
    free = now + takes;
  }
  return releases;
}

const commits = fc.array(fc.record({ at: fc.integer({ min: 0, max: 20_000 }), urgent: fc.boolean() }), {
  minLength: 1,
  maxLength: 150,
});
const calm = commits.map((list) => list.map(({ at }) => ({ at, urgent: false })));
const takes = fc.integer({ min: 1, max: 900 });

test('the first change begins at once', () => {
  expect(run([{ at: 123, urgent: false }], 200)).toMatchObject([{ began: 123 }]);
});

test('a change after a quiet second begins at once', () => {
  const [, second] = run(
    [0, 5_000].map((at) => ({ at, urgent: false })),
    200,
  );
  expect(second?.began).toBe(5_000);
});

test('no two releases begin within a second, whatever comes', () => {
  fc.assert(
    fc.property(calm, takes, (list, each) => {
      const begins = run(list, each).map(({ began }) => began);
      for (const [index, began] of begins.entries()) {
        if (index > 0) expect(began - (begins[index - 1] as number)).toBeGreaterThanOrEqual(pace);
      }
    }),
  );
});

test('every change is in exactly one release, which begins within a second of it or of the one under way', () => {
  fc.assert(
    fc.property(commits, takes, (list, each) => {
      const releases = run(list, each);
      expect(releases.reduce((sum, release) => sum + release.commits.length, 0)).toBe(list.length);
      for (const { began, commits: taken } of releases) {
        for (const { at } of taken) expect(began - at).toBeLessThanOrEqual(pace);
      }
    }),
  );
});

test('an urgent change waits for nothing but a release that is under way', () => {
  fc.assert(
    fc.property(commits, takes, (list, each) => {
      for (const { began, commits: taken } of run(list, each)) {
        for (const { at, urgent } of taken) if (urgent) expect(began - at).toBeLessThanOrEqual(each);
      }
    }),
  );
});

test('a hundred changes in ten seconds are live within two each, in at most eleven releases', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 100, maxLength: 100 }), (ats) => {
      const releases = run(
        ats.map((at) => ({ at, urgent: false })),
        400,
      );
      expect(releases.length).toBeLessThanOrEqual(11);
      for (const { began, commits: taken } of releases) {
        for (const { at } of taken) expect(began + 400 - at).toBeLessThanOrEqual(2_000);
      }
    }),
  );
});
