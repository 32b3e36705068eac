/** A command under a spy (`spy.ts`): what it is told, and what its notes say afterwards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartOptions } from './children.ts';

/** What a spy is told. */
export interface SpyOrders {
  dataDir: string;
  /** Where it writes one letter for each change to a file. */
  journal: string;
  /** Die before this change, counted from 0. */
  killAt?: number | undefined;
  mutant?: string | undefined;
}

export interface Spied {
  options: StartOptions;
  /** One letter for each change so far: `s`taging, `a`pplying, `p`runing. */
  notes(): string;
}

/** Prepares a start under a spy with a journal of its own. */
export function spied(orders: SpyOrders, env: Record<string, string> = {}): Spied {
  return {
    options: {
      first: [join(import.meta.dirname, 'spy.ts')],
      env: { ...env, XINGLIN_SPY: JSON.stringify(orders) },
    },
    notes: () => readFileSync(orders.journal, 'utf8'),
  };
}
