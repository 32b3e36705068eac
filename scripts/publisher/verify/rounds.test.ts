import { expect, test } from 'vitest';
import type { AuditFault } from './audit.ts';
import { sampleOf } from './audit.ts';
import { lastingFaults, type Sight } from './rounds.ts';

const fault = (path: string): AuditFault => ({ kind: 'changed', path, problem: '不对' });

/** Looks at a site whose state is told round by round; the last one stays. */
async function faultsAfter(rounds: readonly Record<string, Partial<Sight>>[]) {
  let round = 0;
  let looks = 0;
  const paths = [...new Set(rounds.flatMap((one) => Object.keys(one)))];
  const faults = await lastingFaults(paths, {
    async look(path) {
      looks += 1;
      const state = rounds[Math.min(round, rounds.length - 1)] ?? {};
      return { faults: [fault(path)], stamp: '1', busy: false, ...state[path] };
    },
    async settle() {
      round += 1;
    },
  });
  return { faults: faults.map(({ path }) => path), round, looks };
}

test('what is right at the first look is not looked at again', async () => {
  expect(await faultsAfter([{ '/a/': { faults: [] } }])).toEqual({ faults: [], round: 0, looks: 1 });
});

test('what stays wrong while nothing moves is told after one more look, however much of it there is', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`/${at}/`, {}]));
  const { faults, round } = await faultsAfter([many]);
  expect(faults).toHaveLength(500);
  expect(round).toBe(1);
});

test('what is being changed is asked until it stands still, and forgiven if it is right then', async () => {
  const moving = (stamp: string) => ({ '/a/': { stamp, busy: true } });
  const right = { '/a/': { faults: [], stamp: '4' } };
  expect((await faultsAfter([moving('1'), moving('2'), moving('3'), right])).faults).toEqual([]);
  const wrong = { '/a/': { stamp: '4' } };
  expect((await faultsAfter([moving('1'), moving('2'), moving('3'), wrong, wrong])).faults).toEqual(['/a/']);
});

test('what never stands still is told when patience ends', async () => {
  const { faults, round } = await faultsAfter(
    Array.from({ length: 20 }, (_, at) => ({ '/a/': { stamp: String(at), busy: true } })),
  );
  expect(faults).toEqual(['/a/']);
  expect(round).toBeLessThan(10);
});

test('a sample is spread over all, each once', () => {
  const all = Array.from({ length: 100 }, (_, at) => at);
  const some = sampleOf(all, 10, () => 0.5);
  expect(new Set(some).size).toBe(10);
  expect(some.toSorted((a, b) => a - b)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(sampleOf(all, 200)).toEqual(all);
  expect(sampleOf(all, undefined)).toEqual(all);
});
