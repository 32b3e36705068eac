/** Every proof of `pnpm prove`, with the few trials that CI has time for, and a seed of its own each time. */
import { expect, test } from 'vitest';
import { runProof } from '../rigs/proofs.ts';
import { canMount } from './prove/parts/tmpfs.ts';

test.each(['kill9', 'upstream', 'lock', 'converge', 'retract', 'rollback'])('%s holds', async (name) => {
  const { code, output } = await runProof(name, ['--quick']);
  expect(code, output).toBe(0);
  expect(output).toMatch(/▸ .*种子 \d+/);
  expect(output).toMatch(/\n[1-9]\d* passed, 0 failed\n$/);
});

test(`diskfull ${canMount() ? 'holds' : 'says that it may not mount a tmpfs here'}`, async () => {
  const { code, output } = await runProof('diskfull', ['--quick']);
  if (canMount()) {
    expect(code, output).toBe(0);
    expect(output).toMatch(/\n[1-9]\d* passed, 0 failed\n$/);
  } else {
    expect(code).not.toBe(0);
    expect(output).toMatch(/tmpfs|挂载/);
  }
});
