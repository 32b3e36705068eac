/**
 * Takes a large feed up in a thread of its own: validating and storing it keeps a processor busy for many
 * seconds, its commit and checkpoint a disk, and the thread that serves readers has no part in either.
 */
import { Worker } from 'node:worker_threads';
import { FeedFault, type FeedFaultCode } from '@xinglin/shared/feed-fault.js';
import type { FeedFrame } from '@xinglin/shared/feed-frame.js';
import type { TakenFeed } from '@xinglin/shared/feed-rows.js';
import type { TakeOptions } from '../feed-port.ts';

/** What the thread is given. */
export interface ThreadTask {
  snapshot: string;
  frame: FeedFrame;
  /** Open in this process. */
  fd: number;
  whole: boolean;
}

/** What it tells. */
export type ThreadMessage =
  | { kind: 'rows'; rows: number }
  | { kind: 'judge'; taken: TakenFeed }
  | { kind: 'done' }
  | { kind: 'fault'; message: string; stack: string | undefined; details: Record<string, unknown> };

/** What it is told: whether to commit. */
export type ThreadAnswer = 'commit' | 'let go';

/** @throws FeedFault, what `judge` throws, the signal's reason, or what the disk says; nothing is committed then. */
export async function takeInThread(
  snapshot: string,
  frame: FeedFrame,
  fd: number,
  { whole, judge, onRows, signal }: TakeOptions,
): Promise<TakenFeed> {
  signal?.throwIfAborted();
  const task: ThreadTask = { snapshot, frame, fd, whole };
  const worker = new Worker(new URL('./feed-thread-worker.ts', import.meta.url), { workerData: task });
  const over = Promise.withResolvers<TakenFeed>();
  let taken: TakenFeed | undefined;
  let refusal: unknown;
  const abort = () => over.reject(signal?.reason);
  const answer = (message: ThreadMessage) => {
    if (message.kind === 'rows') onRows?.(message.rows, frame.count);
    else if (message.kind === 'judge') {
      taken = message.taken;
      try {
        judge(taken);
        signal?.throwIfAborted();
        // From here on it is done: the thread may have committed before it could be stopped.
        signal?.removeEventListener('abort', abort);
        worker.postMessage('commit' satisfies ThreadAnswer);
      } catch (error) {
        refusal = error;
        worker.postMessage('let go' satisfies ThreadAnswer);
      }
    } else if (message.kind === 'done') over.resolve(taken as TakenFeed);
    else over.reject(refusal ?? faultOf(message));
  };
  worker.on('message', answer);
  worker.once('error', over.reject);
  worker.once('exit', (code) => over.reject(new Error(`the thread that takes a feed up ended with ${code}`)));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await over.promise;
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function faultOf({ message, stack, details }: Extract<ThreadMessage, { kind: 'fault' }>): Error {
  const { feedFault } = details as { feedFault?: FeedFaultCode };
  if (feedFault !== undefined) return new FeedFault(feedFault, message);
  return Object.assign(new Error(message), details, stack === undefined ? {} : { stack });
}
