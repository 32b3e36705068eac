/** Who makes pages: the publisher's own thread here; several threads are an adapter (`adapters/pool.ts`). */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Made, makePage, type PageBench, type PageOrder } from './make-page.ts';

/** Makes many pages. `each` is told of every one, in any order. */
export type PageMakers = (
  bench: PageBench,
  orders: readonly PageOrder[],
  each: (made: Made) => void,
  signal: AbortSignal | undefined,
) => Promise<void>;

/** Pages under way at once: while one is compressed or written, the next is rendered. */
const atOnce = 6;

/** After so many pages readers and signals get their turn: unchanged pages alone would never wait for a disk. */
const pagesATurn = 20;

export const makeHere: PageMakers = async (bench, orders, each, signal) => {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < orders.length) {
      signal?.throwIfAborted();
      const order = orders[next] as PageOrder;
      next += 1;
      if (next % pagesATurn === 0) await nextTurn();
      each(await makePage(bench, order));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, orders.length) }, work));
};
