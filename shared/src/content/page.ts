import { z } from 'zod';
import {
  attachment,
  day,
  documentId,
  firstPublishedAt,
  formerSlugs,
  line,
  markdown,
  order,
  reviewOverdue,
  slug,
} from './common.ts';

/** 单页: 医院概况, 就医指南 … hung into the channel tree. */
export const page = z.strictObject({
  type: z.literal('page'),
  id: documentId,
  slug,
  formerSlugs,
  title: line(120),
  body: markdown(),
  attachments: z.array(attachment),
  channel: documentId,
  /** 责任科室 */
  department: documentId.optional(),
  /** 复核到期 */
  reviewDue: day.optional(),
  reviewOverdue,
  firstPublishedAt,
  order,
});
export type Page = z.infer<typeof page>;
