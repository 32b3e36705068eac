/** Runs a proof of tests/faults/prove to its end. */
import { join } from 'node:path';
import { root, runScript } from './newsroom.ts';

export function runProof(name: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return runScript(join(root, 'tests', 'faults', 'prove', name, 'prove.ts'), args, {});
}
