/** A thread of the pool (`pool.ts`): makes the pages that it is handed, until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { compressedHere } from '../compress.ts';
import { blameDisk, OutputFault } from '../faults.ts';
import type { Made, PageBench, PageOrder } from '../make-page.ts';
import { makeHere } from '../makers.ts';
import { pageVerifier } from '../verifier.ts';
import { loadRenderer } from './bundle.ts';
import { openLiveTree } from './live-tree.ts';
import { openObjects } from './objects.ts';
import type { FromThread, PoolJob, ToThread } from './pool.ts';

const port = parentPort;
if (port === null) throw new Error('pool-thread.ts runs in a worker thread only.');
const tell = (message: FromThread): void => port.postMessage(message);

const job = workerData as PoolJob;
const renderer = await loadRenderer(job.entry);
const snapshot = openSnapshot(job.snapshot, { readOnly: true });
const files = new Set(job.files);
const bench: PageBench = {
  ...{ renderer, snapshot, stamp: job.stamp, bulk: job.bulk },
  objects: job.objects === undefined ? undefined : openObjects(job.objects),
  tree: openLiveTree(job.tree, { unread: job.unread }),
  encode: job.encode ? compressedHere : undefined,
  verify: job.verify ? pageVerifier(renderer, snapshot, (path) => files.has(path)) : undefined,
  files: () => files,
};

port.on('message', ({ orders }: ToThread) => void work(orders));
tell({ kind: 'ready' });

async function work(orders: PageOrder[]): Promise<void> {
  const made: Made[] = [];
  try {
    await makeHere(bench, orders, (one) => made.push(one), undefined);
    tell({ kind: 'made', made });
  } catch (error) {
    const blamed = blameDisk(error);
    if (!(blamed instanceof OutputFault)) throw error;
    tell({ kind: 'fault', message: blamed.message, remedy: blamed.remedy });
  }
}
