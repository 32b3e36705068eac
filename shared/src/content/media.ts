import { z } from 'zod';
import { documentId, line, prose } from './common.ts';

/**
 * 媒体: a file of the media library. Its bytes are named by their SHA-256; the outcome of probing them
 * (size in pixels, or why they cannot be shown) is content too (law 1).
 */
export const media = z.strictObject({
  type: z.literal('media'),
  id: documentId,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The original name, Chinese kept: what a reader's download is called. */
  name: line(200),
  /** Lower case, with the dot: `.jpg`. */
  ext: z.string().regex(/^\.[a-z0-9]{1,8}$/),
  mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  /** Bytes. */
  size: z.int().min(0),
  width: z.int().min(1).optional(),
  height: z.int().min(1).optional(),
  alt: prose(300).optional(),
  caption: prose(500).optional(),
  /** 摄影 */
  credit: line(60).optional(),
  /** The point that a crop must keep, as shares of width and height from the left and the top. */
  focalPoint: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional(),
  /** 装饰图: says nothing that the text does not say, so that its empty alt is meant. */
  decorative: z.boolean().default(false),
  /** Why it cannot be shown: corrupt, too large, expired … in Chinese. Words stand in its place in a text; elsewhere it is left out. */
  broken: line(200).optional(),
});
export type Media = z.infer<typeof media>;
