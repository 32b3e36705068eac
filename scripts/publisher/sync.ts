/** Brings the snapshot to the CMS's newest revision, or stops with a sentence and changes nothing. */
import { itemType } from '@xinglin/shared/content/item.js';
import {
  type Change,
  FeedFault,
  type Put,
  type QuarantinedItem,
  type ReadFeed,
  readFeed,
} from '@xinglin/shared/feed.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { historyBrake, shrinkBrake } from './brakes.ts';
import { BrakeFault, SyncFault } from './faults.ts';
import type { Cms, State } from './ports.ts';

export interface SyncOptions {
  /** The person has seen the brake's sentence and wants to go on. */
  acceptShrink: boolean;
  /** Read everything anew instead of what changed. */
  full: boolean;
  signal?: AbortSignal;
}

export interface Synced {
  from: number;
  revision: number;
  puts: number;
  tombstones: number;
  quarantined: QuarantinedItem[];
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
  const from = snapshot.revision;
  let since = options.full || snapshot.epoch === '' ? 0 : from;
  let feed = await read(cms, since, options.signal);
  const brake = historyBrake(snapshot, feed.header);
  if (brake !== undefined) {
    if (!options.acceptShrink) throw stop(brake);
    since = 0;
    feed = await read(cms, since, options.signal);
  }
  const whole = since === 0;
  // A full feed is a replacement only where something stands already; what it lacks is then gone.
  const kept = whole ? lastGoodForms(snapshot, feed) : [];
  const changes = [...feed.changes, ...kept].sort((a, b) => a.revision - b.revision);
  const shrunk = shrinkBrake(snapshot.count(), whole ? putsIn(changes) : countAfter(snapshot, changes));
  if (shrunk !== undefined && !options.acceptShrink) throw stop(shrunk);

  // Quarantine first: a crash between the two repeats both, because the cursor has not moved.
  const released = whole
    ? ('all others' as const)
    : feed.changes.map((change) => (change.kind === 'put' ? change.item : change));
  state.quarantine(feed.quarantined, released);
  if (whole) snapshot.replace(feed.header, changes);
  else snapshot.apply(feed.header, changes);
  return {
    from,
    revision: feed.header.revision,
    puts: putsIn(feed.changes),
    tombstones: feed.changes.length - putsIn(feed.changes),
    quarantined: feed.quarantined,
  };
}

async function read(cms: Pick<Cms, 'feed'>, since: number, signal?: AbortSignal): Promise<ReadFeed> {
  const text = await cms.feed(since, signal);
  try {
    const feed = readFeed(text);
    if (feed.header.since === since) return feed;
    throw new FeedFault(
      'feed-foreign',
      `Asked for changes since ${since}, got those since ${feed.header.since}.`,
    );
  } catch (error) {
    if (!(error instanceof FeedFault)) throw error;
    throw new SyncFault(
      `内容库给出的更改清单不可信（${error.code}），一条也没有采用，网站没有改动。\n  ${error.message}`,
      '请检查管理后台的地址和版本；若是网络中断，稍后会自动重读。',
    );
  }
}

/** Law 9: an item that comes quarantined in a full feed keeps the form in which it is live. */
function lastGoodForms(snapshot: WritableSnapshot, feed: ReadFeed): Put[] {
  if (snapshot.epoch !== feed.header.epoch) return [];
  return feed.quarantined.flatMap(({ type, id }) => snapshot.putOf(itemType.parse(type), id) ?? []);
}

function putsIn(changes: readonly Change[]): number {
  return changes.filter(({ kind }) => kind === 'put').length;
}

function countAfter(snapshot: WritableSnapshot, changes: readonly Change[]): number {
  let count = snapshot.count();
  for (const change of changes) {
    const { type, id } = change.kind === 'put' ? change.item : change;
    const stood = snapshot.putOf(type, id) !== undefined;
    if (change.kind === 'put' && !stood) count += 1;
    if (change.kind === 'tombstone' && stood) count -= 1;
  }
  return count;
}

function stop(sentence: string): BrakeFault {
  return new BrakeFault(sentence, '刹车已拉住：网站照旧，什么也没有删除。');
}
