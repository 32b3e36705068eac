/** The removal that the office is making: the documents that go within it go for its reason. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Removal } from './tombstone.ts';
import type { Act } from './write.ts';

export interface RemovalAtHand {
  act: Act;
  removal: Removal;
}

const atHand = new AsyncLocalStorage<RemovalAtHand>();

/** Runs the acts of a removal on one document. */
export function whileRemoving<Result>(removing: RemovalAtHand, run: () => Promise<Result>): Promise<Result> {
  return atHand.run(removing, run);
}

/** The removal around the act at hand, or undefined where a document merely goes. */
export function removalAtHand(): RemovalAtHand | undefined {
  return atHand.getStore();
}
