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
 * since 0 is a full snapshot. `sha256` covers every byte before the trailer's line. `feed-frame.ts` and
 * `feed-rows.ts` read it.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { documentId, formerSlugs, line, prose, slug } from './content/common.ts';
import { item, itemType } from './content/item.ts';

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

/** When somebody last made it other than it was: of the row, no part of what was approved. */
const at = z.iso.datetime().optional();

export const put = z.strictObject({ kind: z.literal('put'), revision, digest: sha256Hex, act, at, item });
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

export const trailer = z.strictObject({
  kind: z.literal('trailer'),
  count: z.int().min(0),
  sha256: sha256Hex,
});

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

/** An item that breaks the contract by its values: named, left as it was, the rest goes on (law 9). */
export interface QuarantinedItem {
  type: string;
  id: string;
  title: string;
  revision: number;
  problems: string[];
}
