/** Brings the snapshot to the CMS's newest revision, or stops with a sentence and changes nothing. */
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import { FeedFault } from '@xinglin/shared/feed-fault.js';
import type { TakenFeed } from '@xinglin/shared/feed-rows.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { emptyBrake, historyBrake, shrinkBrake, stop } from './brakes.ts';
import { SyncFault } from './faults.ts';
import type { ReceivedFeed } from './feed-port.ts';
import type { Cms, State } from './ports.ts';
import type { OnProgress } from './progress-port.ts';

export interface SyncOptions {
  /** The person has seen the brake's sentence and wants to go on. */
  allowMassDeletion: boolean;
  /** Read everything anew instead of what changed. */
  full: boolean;
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

export interface Synced {
  from: number;
  revision: number;
  puts: number;
  tombstones: number;
  quarantined: QuarantinedItem[];
  /** The brakes that a person released. */
  overridden: string[];
}

/**
 * @throws SyncFault where the feed cannot be trusted, BrakeFault where it would take too much away, and
 *   whatever the CMS port throws; the snapshot is as it was in each case.
 */
export async function sync(
  cms: Pick<Cms, 'feed'>,
  snapshot: WritableSnapshot,
  state: Pick<State, 'quarantine'>,
  options: SyncOptions,
): Promise<Synced> {
  try {
    const anew = options.full || snapshot.epoch === '' || snapshot.isDistrusted;
    const since = anew ? 0 : snapshot.revision;
    const feed = await read(cms, since, options);
    const brake = historyBrake(snapshot, feed.header);
    if (brake === undefined) return await takeUp(feed, since === 0, snapshot, state, options);
    await feed[Symbol.asyncDispose]();
    if (!options.allowMassDeletion) throw stop(brake);
    const synced = await takeUp(await read(cms, 0, options), true, snapshot, state, options);
    return { ...synced, overridden: [brake, ...synced.overridden] };
  } catch (error) {
    if (!(error instanceof FeedFault)) throw error;
    throw new SyncFault(
      `内容库给出的更改清单不可信（${error.code}），一条也没有采用，网站没有改动。\n  ${error.message}`,
      '请检查管理后台的地址和版本；若是网络中断，稍后会自动重读。',
    );
  }
}

async function read(
  cms: Pick<Cms, 'feed'>,
  since: number,
  { signal, onProgress }: SyncOptions,
): Promise<ReceivedFeed> {
  const onRows = (done: number) => onProgress?.({ step: 'receive', done });
  const feed = await cms.feed(since, { signal, onRows });
  if (feed.header.since === since) return feed;
  await feed[Symbol.asyncDispose]();
  throw new FeedFault(
    'feed-foreign',
    `Asked for changes since ${since}, got those since ${feed.header.since}.`,
  );
}

async function takeUp(
  received: ReceivedFeed,
  whole: boolean,
  snapshot: WritableSnapshot,
  state: Pick<State, 'quarantine'>,
  { allowMassDeletion, signal, onProgress }: SyncOptions,
): Promise<Synced> {
  await using feed = received;
  const from = snapshot.revision;
  const overridden: string[] = [];
  const { puts, tombstones, quarantined } = await feed.into(snapshot, {
    whole,
    signal,
    onRows: (done, total) => onProgress?.({ step: 'take', done, total }),
    judge(taken: TakenFeed) {
      const empty = whole ? emptyBrake(taken.before, feed.count) : undefined;
      const brake = empty ?? shrinkBrake(taken.before, taken.after);
      if (brake !== undefined && !allowMassDeletion) throw stop(brake);
      if (brake !== undefined) overridden.push(brake);
      // Quarantine first: a crash between the two repeats both, because the cursor has not moved.
      state.quarantine(taken.quarantined, taken.named ?? 'all others');
    },
  });
  return { from, revision: feed.header.revision, puts, tombstones, quarantined, overridden };
}
