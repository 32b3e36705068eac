/** The thread of `feed-thread.ts`. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { FeedFault } from '@xinglin/shared/feed-fault.js';
import { feedRows } from '@xinglin/shared/feed-rows.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import type { ThreadAnswer, ThreadMessage, ThreadTask } from './feed-thread.ts';
import { piecesOf } from './spool.ts';

/** Milliseconds between two words on how far it is. */
const toldEvery = 200;

const { snapshot: file, frame, fd, whole } = workerData as ThreadTask;
const parent = parentPort;
if (parent === null) throw new Error('feed-thread-worker.ts is a thread of the publisher and no command');
const tell = (message: ThreadMessage) => parent.postMessage(message);

async function* portions() {
  let rows = 0;
  let told = performance.now();
  for await (const portion of feedRows(frame, piecesOf(fd))) {
    rows += portion.changes.length + portion.quarantined.length;
    if (performance.now() - told >= toldEvery) {
      tell({ kind: 'rows', rows });
      told = performance.now();
    }
    yield portion;
  }
}

const snapshot = openSnapshot(file, { readOnly: false });
try {
  await snapshot.take({ header: frame.header, whole, portions: portions() }, async (taken) => {
    const answered = once(parent, 'message');
    tell({ kind: 'judge', taken });
    const [answer] = (await answered) as [ThreadAnswer];
    if (answer !== 'commit') throw new Error('the publisher let go of the feed');
  });
  tell({ kind: 'done' });
} catch (error) {
  const { message, stack, code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  const details = error instanceof FeedFault ? { feedFault: error.code } : { code, errcode };
  tell({ kind: 'fault', message, stack, details });
} finally {
  snapshot.close();
}
