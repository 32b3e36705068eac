/** What can be wrong with a feed as a whole. */

/** Permanent names of what can be wrong with a feed as a whole. Each means: stop, change nothing. */
export type FeedFaultCode =
  | 'feed-empty'
  | 'feed-not-ndjson'
  | 'feed-foreign'
  | 'feed-truncated'
  | 'feed-corrupt'
  | 'feed-disordered'
  | 'feed-doubled'
  | 'feed-unknown-type'
  | 'feed-unknown-field';

/** The feed as a whole cannot be trusted. Says what, at which line, and what to do. */
export class FeedFault extends Error {
  override readonly name = 'FeedFault';
  readonly code: FeedFaultCode;
  constructor(code: FeedFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
