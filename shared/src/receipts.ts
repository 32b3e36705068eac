/**
 * Receipts: the publisher's proof to the CMS that an item is live, `POST /api/xinglin/receipts`. One release
 * may come in several parts; the same part may come twice (it is resent until accepted), so taking it up
 * must be idempotent.
 */
import { z } from 'zod';
import { documentId } from './content/common.ts';
import { itemType } from './content/item.ts';

const sitePath = z.string().startsWith('/').max(300);

/** One item as it stands at a release. Types without a page of their own have neither `path` nor `url`. */
export const receiptItem = z.strictObject({
  type: itemType,
  id: documentId,
  /** The revision of its newest change that the release took up. */
  revision: z.int().min(0),
  /** The digest of the presented form that is live; absent where the item is gone from the site. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  path: sitePath.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** How many pages this release changed because of it, and the first of them; absent where it changed none. */
  pages: z.strictObject({ count: z.int().min(1), paths: z.array(sitePath).min(1).max(20) }).optional(),
});
export type ReceiptItem = z.infer<typeof receiptItem>;

/** What kept an item, or a part of it, from the site; in Chinese, for the office. */
export const receiptProblem = z.strictObject({
  type: itemType,
  id: documentId,
  /** A problem kept something from the site; a warning is live and wants a look, like a link that leads nowhere. */
  level: z.enum(['problem', 'warning']),
  problem: z.string().min(1).max(1_000),
});
export type ReceiptProblem = z.infer<typeof receiptProblem>;

export const receipts = z.strictObject({
  release: z.int().min(1),
  /** When the release was live, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The revision that is live. */
  revision: z.int().min(0),
  /** At most 500 a part, so that a body stays under common limits (1 MB). */
  items: z.array(receiptItem).max(500),
  /** The release that a person pinned, while publishes queue (网站已固定). */
  pinned: z.int().min(1).optional(),
  /** All that stand at this release, in every part: one that a later release does not name is solved. */
  problems: z.array(receiptProblem).max(200),
});
export type Receipts = z.infer<typeof receipts>;
