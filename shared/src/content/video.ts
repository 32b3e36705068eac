import { z } from 'zod';
import {
  day,
  documentId,
  firstPublishedAt,
  formerSlugs,
  line,
  markdown,
  prose,
  refs,
  slug,
} from './common.ts';

/** 视频 */
export const video = z.strictObject({
  type: z.literal('video'),
  id: documentId,
  slug,
  formerSlugs,
  title: line(120),
  summary: prose(300).optional(),
  file: documentId,
  poster: documentId.optional(),
  /** WebVTT */
  subtitles: documentId.optional(),
  transcript: markdown(50_000).optional(),
  durationSeconds: z.int().min(1).optional(),
  publishedOn: day,
  firstPublishedAt,
  departments: refs,
  doctors: refs,
});
export type Video = z.infer<typeof video>;
