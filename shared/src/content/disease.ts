import { z } from 'zod';
import { day, documentId, formerSlugs, line, markdown, refs, reviewOverdue, slug } from './common.ts';

/** 疾病 */
export const disease = z.strictObject({
  type: z.literal('disease'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(60),
  aliases: z.array(line(60)),
  body: markdown(50_000),
  departments: refs,
  doctors: refs,
  reviewedBy: documentId.optional(),
  reviewedOn: day.optional(),
  /** 复核到期: the last day on which the text counts as reviewed. */
  reviewDue: day.optional(),
  reviewOverdue,
});
export type Disease = z.infer<typeof disease>;
