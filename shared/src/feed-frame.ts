/**
 * The frame of a feed, judged while its bytes come and without keeping them: header, number of rows, hash.
 * Only a feed whose frame is right may be applied; what its rows say is judged by `feed-rows.ts`.
 */
import { createHash } from 'node:crypto';
import { type FeedHeader, feedFormat, header, trailer } from './feed.ts';
import { FeedFault } from './feed-fault.ts';
import { LineSplitter, textOf } from './feed-lines.ts';

/** What the frame of a whole feed says. */
export interface FeedFrame {
  header: FeedHeader;
  /** Rows between header and trailer. */
  count: number;
}

/** Bytes of one line beyond which an answer is no feed: the contract's longest item spells in a tenth of it. */
const longestLine = 16 * 1024 * 1024;

/** Takes a feed's bytes in pieces of any size. Every method throws a `FeedFault` as soon as one is certain. */
export class FrameReader {
  readonly #lines = new LineSplitter();
  readonly #hash = createHash('sha256');
  #header: FeedHeader | undefined;
  /** The last whole line: a row if another line follows, else the trailer. */
  #held: Uint8Array | undefined;
  #rows = 0;

  /** Rows that came for certain. */
  get rows(): number {
    return this.#rows;
  }

  push(bytes: Uint8Array): void {
    for (const line of this.#lines.push(bytes)) this.#take(line);
    if (this.#lines.waiting > longestLine) {
      throw new FeedFault(
        this.#header === undefined ? 'feed-not-ndjson' : 'feed-corrupt',
        `Line ${this.#number() + 1} of the feed is longer than any item can be. Check that the address is the CMS of this site.`,
      );
    }
  }

  /** No more bytes come. */
  end(): FeedFrame {
    const cut = this.#lines.waiting > 0;
    if (this.#header === undefined) {
      if (!cut) {
        throw new FeedFault(
          'feed-empty',
          'The feed is empty: not even a header. Check that the address is the CMS of this site.',
        );
      }
      readHeader(textOf(this.#lines.take()));
      throw this.#truncated();
    }
    const end = trailer.safeParse(
      this.#held && !cut ? parseLine(textOf(this.#held), this.#number()) : undefined,
    );
    if (!end.success) throw this.#truncated();
    if (end.data.count !== this.#rows || end.data.sha256 !== this.#hash.digest('hex')) {
      throw new FeedFault(
        'feed-corrupt',
        `The feed's trailer promises ${end.data.count} rows and another hash than the ${this.#rows} rows that came. Something between CMS and publisher changes the bytes (a proxy?).`,
      );
    }
    return { header: this.#header, count: this.#rows };
  }

  #take(line: Uint8Array): void {
    if (this.#header === undefined) {
      this.#header = readHeader(textOf(line));
      this.#hash.update(line);
      return;
    }
    if (this.#held !== undefined) {
      this.#hash.update(this.#held);
      this.#rows += 1;
    }
    this.#held = line;
  }

  /** Whole lines that came. */
  #number(): number {
    return (this.#header === undefined ? 0 : 1) + this.#rows + (this.#held === undefined ? 0 : 1);
  }

  #truncated(): FeedFault {
    return new FeedFault(
      'feed-truncated',
      `The feed ends after line ${this.#number()} without a trailer: the connection was cut. Nothing was applied; it is read again at the next poll.`,
    );
  }
}

function readHeader(text: string): FeedHeader {
  const value = parseLine(text, 1);
  const parsed = header.safeParse(value);
  if (parsed.success) return parsed.data;
  const format = (value as { format?: unknown } | null)?.format;
  throw new FeedFault(
    'feed-foreign',
    typeof format === 'string' && format !== feedFormat
      ? `The feed has the format ${format}; this publisher reads ${feedFormat}. Bring CMS and publisher to the same version.`
      : 'The answer is JSON but not a feed: its first line is no header. Check that the address is the CMS of this site.',
  );
}

/** A line's value. */
export function parseLine(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedFault(
      number === 1 ? 'feed-not-ndjson' : 'feed-truncated',
      number === 1
        ? 'The answer is not a feed: its first line is not JSON (a login page or a proxy error?). Check the address.'
        : `Line ${number} of the feed is cut in the middle. Nothing was applied; it is read again at the next poll.`,
    );
  }
}
