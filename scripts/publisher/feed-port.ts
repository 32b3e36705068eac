/** A feed as the CMS port hands it over: whole, its frame right, its rows not judged yet. */
import type { FeedHeader } from '@xinglin/shared/feed.js';
import type { TakenFeed } from '@xinglin/shared/feed-rows.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';

export interface TakeOptions {
  /** Whether it takes the place of all that the snapshot holds. */
  whole: boolean;
  /** Asked when all rows are in and nothing is committed: what it throws lets go of all of them. */
  judge(taken: TakenFeed): void;
  /** Told how many rows were looked at, of how many. */
  onRows?: ((rows: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface FeedOptions {
  signal?: AbortSignal | undefined;
  /** Told how many rows of a large feed have come. */
  onRows?: ((rows: number) => void) | undefined;
}

/** Dispose of it, or its bytes stay on the disk until the process ends. */
export interface ReceivedFeed extends AsyncDisposable {
  readonly header: FeedHeader;
  /** Rows between header and trailer. */
  readonly count: number;
  /**
   * Takes its rows up in one transaction; readers and signals get their turn meanwhile.
   * @throws FeedFault where a row makes all of it worthless, and what `judge` throws: the snapshot is as it was.
   */
  into(snapshot: WritableSnapshot, options: TakeOptions): Promise<TakenFeed>;
}
