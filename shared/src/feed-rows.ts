/** The rows of a feed whose frame is right: one after the other, in rising order, each validated. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ItemType, itemTypes } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type Change, type FeedHeader, put, type QuarantinedItem, tombstone } from './feed.ts';
import { FeedFault } from './feed-fault.ts';
import { type FeedFrame, FrameReader, parseLine } from './feed-frame.ts';
import { LineSplitter, textOf } from './feed-lines.ts';

/** Rows that were read in one go. */
export interface FeedRows {
  changes: Change[];
  quarantined: QuarantinedItem[];
}

export interface ReadFeed extends FeedRows {
  header: FeedHeader;
}

/** A feed as `feedRows` reads it. */
export interface FeedInPortions {
  header: FeedHeader;
  portions: AsyncIterable<FeedRows> | Iterable<FeedRows>;
  /** Whether it takes the place of all that is there. Quarantined items of the same epoch keep their form. */
  whole: boolean;
}

/** What a feed brought. */
export interface TakenFeed {
  puts: number;
  tombstones: number;
  quarantined: QuarantinedItem[];
  /** What came as it should be, by name; undefined where the feed was whole: all but the quarantined. */
  named: { type: ItemType; id: string }[] | undefined;
  /** Items before and after. */
  before: number;
  after: number;
}

/** Milliseconds of work after which others get their turn. */
const turn = 10;

/**
 * Reads a whole feed that fits into memory, or refuses it.
 * @throws FeedFault where the frame, the order or the vocabulary is not what this version knows.
 */
export function readFeed(text: string): ReadFeed {
  const bytes = Buffer.from(text);
  const reader = new FrameReader();
  reader.push(bytes);
  const frame = reader.end();
  const read: ReadFeed = { header: frame.header, changes: [], quarantined: [] };
  const rows = new RowReader(frame);
  for (const line of new LineSplitter().push(bytes)) rows.readInto(read, line);
  return read;
}

/**
 * The rows of a feed that was judged by its frame, read again from its beginning, in portions. Between two
 * portions the event loop has its turn.
 * @throws FeedFault at a row that makes the whole feed worthless: let go of the portions before it as well.
 */
export async function* feedRows(frame: FeedFrame, chunks: Iterable<Uint8Array>): AsyncGenerator<FeedRows> {
  const lines = new LineSplitter();
  const rows = new RowReader(frame);
  let portion: FeedRows = { changes: [], quarantined: [] };
  let began = performance.now();
  for (const bytes of chunks) {
    for (const line of lines.push(bytes)) {
      rows.readInto(portion, line);
      if (performance.now() - began < turn) continue;
      yield portion;
      portion = { changes: [], quarantined: [] };
      await nextTurn();
      began = performance.now();
    }
  }
  yield portion;
}

class RowReader {
  readonly #frame: FeedFrame;
  readonly #seen = new Set<string>();
  #previous: number;
  #number = 0;

  constructor(frame: FeedFrame) {
    this.#frame = frame;
    this.#previous = frame.header.since;
  }

  /** Reads a feed's next line; the frame's own two have been read before. */
  readInto(portion: FeedRows, line: Uint8Array): void {
    this.#number += 1;
    if (this.#number === 1 || this.#number === this.#frame.count + 2) return;
    const row = this.#read(textOf(line));
    if ('problems' in row) portion.quarantined.push(row);
    else portion.changes.push(row);
    this.#once('problems' in row || row.kind === 'tombstone' ? row : row.item);
  }

  #once({ type, id }: { type: string; id: string }): void {
    const name = `${type} ${id}`;
    if (!this.#seen.has(name)) return void this.#seen.add(name);
    throw new FeedFault(
      'feed-doubled',
      `Line ${this.#number} of the feed brings ${name} a second time: a document stands once. Report it; nothing was applied.`,
    );
  }

  #read(text: string): Change | QuarantinedItem {
    const value = parseLine(text, this.#number) as Record<string, unknown>;
    const at = Number(value['revision']);
    const head = this.#frame.header.revision;
    if (!(at > this.#previous && at <= head)) {
      throw new FeedFault(
        'feed-disordered',
        `Line ${this.#number} of the feed has revision ${String(value['revision'])} after ${this.#previous}, up to ${head}: rows must rise. Report it; nothing was applied.`,
      );
    }
    this.#previous = at;
    return readRow(value, this.#number);
  }
}

function readRow(value: Record<string, unknown>, number: number): Change | QuarantinedItem {
  if (value['kind'] !== 'put' && value['kind'] !== 'tombstone') {
    throw new FeedFault(
      'feed-unknown-type',
      `Line ${number} of the feed is a “${String(value['kind'])}”, which this publisher does not know. Bring CMS and publisher to the same version.`,
    );
  }
  const parsed = value['kind'] === 'put' ? put.safeParse(value) : tombstone.safeParse(value);
  const named = (value['kind'] === 'put' ? value['item'] : value) as Record<string, unknown> | undefined;
  const name = `${String(named?.['type'])} ${String(named?.['id'])}`;
  if (parsed.success) {
    const row: Change = parsed.data;
    // As it was sent: what this version fills in by default was no part of it.
    if (row.kind === 'put' && formDigest(value['item']) !== row.digest) {
      throw new FeedFault(
        'feed-corrupt',
        `The digest of ${name} (line ${number}) does not match its content. Report it; nothing was applied.`,
      );
    }
    return row;
  }
  if (!itemTypes.includes(String(named?.['type']) as never)) {
    throw new FeedFault(
      'feed-unknown-type',
      `Line ${number} of the feed carries the unknown type “${String(named?.['type'])}”. Bring CMS and publisher to the same version.`,
    );
  }
  const unknown = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown !== undefined) {
    throw new FeedFault(
      'feed-unknown-field',
      `Line ${number} of the feed: ${name} has the unknown field ${[...unknown.path, ...unknown.keys].join('.')}. Bring CMS and publisher to the same version.`,
    );
  }
  return {
    type: String(named?.['type']),
    id: String(named?.['id']),
    title: String(named?.['title'] ?? named?.['name'] ?? ''),
    revision: Number(value['revision']),
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  };
}
