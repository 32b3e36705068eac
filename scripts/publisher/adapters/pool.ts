/**
 * Several threads that make pages, for passes that make very many. They load the bundle and open the snapshot for
 * themselves, write what they make, and tell the publisher only what became of each page.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { OutputFault } from '../faults.ts';
import type { Made, PageBench, PageOrder } from '../make-page.ts';
import type { PageMakers } from '../makers.ts';
import { Shares } from '../shares.ts';

export interface PoolOptions {
  /** The bundle's `server/entry.mjs`. */
  entry: string;
  /** The snapshot's file: only what is committed in it is seen. */
  snapshot: string;
  /** The object store's folder, used where the bench has a store. */
  objects: string;
  /** More than two gain nothing where the disk is the limit, and each costs memory. */
  threads?: number;
}

/** What a thread is started with. */
export interface PoolJob {
  entry: string;
  snapshot: string;
  objects: string | undefined;
  tree: string;
  unread: boolean;
  stamp: number;
  bulk: boolean;
  encode: boolean;
  verify: boolean;
  files: string[];
}

export type ToThread = { orders: PageOrder[] };
export type FromThread =
  | { kind: 'ready' }
  | { kind: 'made'; made: Made[] }
  | { kind: 'fault'; message: string; remedy: string };

/** Pages handed over at once: few enough that all threads end together, enough that messages cost nothing. */
const portion = 48;

/**
 * MB. What a thread keeps is bounded and takes a third of this; without a bound V8 lets garbage lie instead, and
 * two threads held 890 MB where they hold 400 with less.
 */
const threadMemory = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };

export function renderPool(options: PoolOptions): PageMakers {
  const threads = options.threads ?? Math.min(2, availableParallelism());
  return async (bench, orders, each, signal) => {
    const job = jobOf(options, bench);
    const count = Math.max(1, Math.min(threads, Math.ceil(orders.length / portion)));
    const shares = new Shares(orders, count, portion);
    const failed = new AbortController();
    const either = AbortSignal.any([failed.signal, ...(signal === undefined ? [] : [signal])]);
    const one = (_: unknown, index: number) => runThread(job, () => shares.take(index), each, either);
    const running = Array.from({ length: count }, one);
    try {
      await Promise.all(running);
    } catch (error) {
      // Nobody may tell of a page any more when this pass is over.
      failed.abort(error);
      await Promise.allSettled(running);
      throw error;
    }
  };
}

function jobOf({ entry, snapshot, objects }: PoolOptions, bench: PageBench): PoolJob {
  return {
    ...{ entry, snapshot, stamp: bench.stamp, bulk: bench.bulk },
    objects: bench.objects === undefined ? undefined : objects,
    tree: bench.tree.root,
    unread: bench.tree.unread,
    encode: bench.encode !== undefined,
    verify: bench.verify !== undefined,
    files: [...bench.files()],
  };
}

/** One thread, from its start until there is nothing left to take. */
function runThread(
  job: PoolJob,
  take: () => PageOrder[],
  each: (made: Made) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pool-thread.ts', import.meta.url), {
      workerData: job,
      resourceLimits: threadMemory,
    });
    const end = (error?: unknown): void => {
      signal.removeEventListener('abort', stop);
      worker.removeAllListeners();
      // What it stumbles over while it is being ended is no news: its outcome is told already.
      worker.on('error', () => {});
      const settle = () => (error === undefined ? resolve() : reject(error as Error));
      void worker.terminate().then(settle, reject);
    };
    const stop = (): void => end(signal.reason);
    const hand = (): void => {
      const orders = take();
      if (orders.length === 0) end();
      else worker.postMessage({ orders } satisfies ToThread);
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'fault') return end(new OutputFault(message.message, message.remedy));
      if (message.kind === 'made') for (const made of message.made) each(made);
      hand();
    });
    worker.once('error', end);
    worker.once('exit', (code) =>
      end(new Error(`A rendering thread ended with code ${code} in the middle of its work.`)),
    );
  });
}
