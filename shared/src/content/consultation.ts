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

/** 咨询: a question and its answer. The one who asked is nowhere in the contract. */
export const consultation = z.strictObject({
  type: z.literal('consultation'),
  id: documentId,
  slug,
  formerSlugs,
  title: line(120),
  question: prose(5_000),
  answer: markdown(20_000),
  answeredBy: documentId.optional(),
  answeredOn: day,
  firstPublishedAt,
  departments: refs,
  doctors: refs,
});
export type Consultation = z.infer<typeof consultation>;
