/** Each proof catches the broken publishers that it is there to catch: a proof that cannot fail proves nothing. */
import { expect, test } from 'vitest';
import { runProof } from '../rigs/proofs.ts';

const caught = async (name: string, mutant: string, args: readonly string[]) => {
  const { code, output } = await runProof(name, ['--mutant', mutant, ...args]);
  expect(code, output).toBe(1);
  expect(output).toMatch(/✗ \d+\. /);
  expect(output).toMatch(/\n\d+ passed, [1-9]\d* failed\n$/);
};

/** The others take minutes: XINGLIN_PROVE_MUTANTS=all. */
const all = process.env['XINGLIN_PROVE_MUTANTS'] === 'all';

const brief = [
  ['upstream', 'trusts-truncated', ['--quick']],
  ['lock', 'pid-file', ['--trials', '100']],
  ['retract', 'forgets-objects', ['--quick', '--trials', '1']],
  ['retract', 'forgets-derivatives', ['--quick', '--trials', '1']],
  ['kill9', 'in-place', ['--trials', '30']],
] as const;

const long = [
  ['kill9', 'deletes-first', ['--trials', '30']],
  ['lock', 'heartbeat', ['--trials', '1']],
  ['converge', 'trusts-wake-ups', ['--trials', '250']],
  ['rollback', 'unlinks-first', ['--trials', '60']],
  ['diskfull', 'makes-room', ['--trials', '30']],
] as const;

test.each([...brief, ...(all ? long : [])])('%s catches a publisher that %s', (name, mutant, args) =>
  caught(name, mutant, args),
);

test('a proof that nobody wrote, and a mutant that nobody made, are refused with what there is', async () => {
  const { code, output } = await runProof('lock', ['--mutant', 'none-such']);
  expect(code).toBe(2);
  expect(output).toMatch(/可用：pid-file、heartbeat/);
});
