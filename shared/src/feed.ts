/**
 * The feed: the first of the three seams. NDJSON (one JSON value a line, `\n` after each), framed so that a
 * truncated, empty or foreign answer is always recognised:
 *
 *     {"kind":"header","format":"xinglin-feed/1","epoch":"…","since":12,"revision":40}
 *     {"kind":"put","revision":13,"digest":"…","item":{"type":"article",…}}
 *     {"kind":"tombstone","revision":14,"type":"article","id":"…","reason":"gone",…}
 *     {"kind":"trailer","count":2,"sha256":"…"}
 *
 * Rows stand in rising order of revision. Each document stands once, in its latest state, so that a feed
 * since 0 is a full snapshot. `sha256` covers every byte before the trailer's line.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { documentId, formerSlugs, line, prose, slug } from './content/common.ts';
import { item, itemType, itemTypes } from './content/item.ts';
import { formDigest } from './digest.ts';

export const feedFormat = 'xinglin-feed/1';
export const feedContentType = 'application/x-ndjson; charset=utf-8';

const revision = z.int().min(0);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Why an item is gone, and what stands in its place (law 6: removal is content). */
export const removalReason = z.enum(['withdrawn', 'gone', 'redirect']);

export const header = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(feedFormat),
  /** Names one history of revisions. Another epoch means another database: a cursor of the old one is void. */
  epoch: z.string().min(8).max(64),
  since: revision,
  /** The newest revision at the moment the feed was read: the next cursor. */
  revision,
});
export type FeedHeader = z.infer<typeof header>;

/** The editor's act that made the change, in the change log's words: 发布, 撤稿, 到时 … */
const act = line(20).optional();

export const put = z.strictObject({ kind: z.literal('put'), revision, digest: sha256Hex, act, item });
export type Put = z.infer<typeof put>;

export const tombstone = z.strictObject({
  kind: z.literal('tombstone'),
  revision,
  type: itemType,
  id: documentId,
  act,
  reason: removalReason,
  /** The slug it was last published under, where its type has pages, and those before. */
  slug: slug.optional(),
  formerSlugs,
  title: line(120).optional(),
  /** Shown to readers where `withdrawn`. */
  explanation: prose(500).optional(),
  /** Where `redirect`: a path on this site. */
  redirectTo: z
    .string()
    .regex(/^\/(?!\/)\S*$/)
    .optional(),
});
export type Tombstone = z.infer<typeof tombstone>;

export type Change = Put | Tombstone;

const trailer = z.strictObject({ kind: z.literal('trailer'), count: z.int().min(0), sha256: sha256Hex });

/** One line of a feed, without its newline. */
export function feedLine(value: FeedHeader | Change): string {
  return canonicalJson(value);
}

/** Frames changes: the header's line, one a change, the trailer's. Yields whole lines with their newline. */
export async function* frameFeed(
  head: FeedHeader,
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let count = 0;
  const first = `${feedLine(head)}\n`;
  hash.update(first);
  yield first;
  for await (const text of lines) {
    const whole = `${text}\n`;
    hash.update(whole);
    count += 1;
    yield whole;
  }
  yield `${canonicalJson({ kind: 'trailer', count, sha256: hash.digest('hex') })}\n`;
}

/** Permanent names of what can be wrong with a feed as a whole. Each means: stop, change nothing. */
export type FeedFaultCode =
  | 'feed-empty'
  | 'feed-not-ndjson'
  | 'feed-foreign'
  | 'feed-truncated'
  | 'feed-corrupt'
  | 'feed-disordered'
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

/** An item that breaks the contract by its values: named, left as it was, the rest goes on (law 9). */
export interface QuarantinedItem {
  type: string;
  id: string;
  title: string;
  revision: number;
  problems: string[];
}

export interface ReadFeed {
  header: FeedHeader;
  changes: Change[];
  quarantined: QuarantinedItem[];
}

/**
 * Reads a whole feed, or refuses it.
 * @throws FeedFault where the frame, the order or the vocabulary is not what this version knows.
 */
export function readFeed(text: string): ReadFeed {
  if (text === '') {
    throw new FeedFault(
      'feed-empty',
      'The feed is empty: not even a header. Check that the address is the CMS of this site.',
    );
  }
  const lines = text.split('\n');
  const rest = lines.pop();
  const head = readHeader(lines[0] ?? text);
  const last = lines.length > 1 ? parseLine(lines.at(-1) as string, lines.length) : undefined;
  const end = trailer.safeParse(last);
  if (rest !== '' || !end.success) {
    throw new FeedFault(
      'feed-truncated',
      `The feed ends after line ${lines.length} without a trailer: the connection was cut. Nothing was applied; it is read again at the next poll.`,
    );
  }
  const body = lines.slice(1, -1);
  const hash = createHash('sha256');
  for (const whole of lines.slice(0, -1)) hash.update(`${whole}\n`);
  if (end.data.count !== body.length || end.data.sha256 !== hash.digest('hex')) {
    throw new FeedFault(
      'feed-corrupt',
      `The feed's trailer promises ${end.data.count} rows and another hash than the ${body.length} rows that came. Something between CMS and publisher changes the bytes (a proxy?).`,
    );
  }
  return { header: head, ...readRows(body, head) };
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

function parseLine(text: string, number: number): unknown {
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

function readRows(lines: string[], head: FeedHeader): Omit<ReadFeed, 'header'> {
  const changes: Change[] = [];
  const quarantined: QuarantinedItem[] = [];
  let previous = head.since;
  for (const [index, text] of lines.entries()) {
    const number = index + 2;
    const value = parseLine(text, number) as Record<string, unknown>;
    const at = Number(value['revision']);
    if (!(at > previous && at <= head.revision)) {
      throw new FeedFault(
        'feed-disordered',
        `Line ${number} of the feed has revision ${String(value['revision'])} after ${previous}, up to ${head.revision}: rows must rise. Report it; nothing was applied.`,
      );
    }
    previous = at;
    const row = readRow(value, number);
    if ('problems' in row) quarantined.push(row);
    else changes.push(row);
  }
  return { changes, quarantined };
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
    if (row.kind === 'put' && formDigest(row.item) !== row.digest) {
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
