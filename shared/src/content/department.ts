import { z } from 'zod';
import { documentId, formerSlugs, line, markdown, order, refs, slug } from './common.ts';

export const departmentCategory = z.enum(['临床', '医技', '职能']);

/** 科室 */
export const department = z.strictObject({
  type: z.literal('department'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(60),
  shortName: line(30).optional(),
  /** 别名 and 曾用名: what people also call it; searched, and matched on import. */
  aliases: z.array(line(60)),
  formerNames: z.array(line(60)),
  category: departmentCategory,
  intro: markdown(50_000).optional(),
  phone: line(60).optional(),
  location: line(120).optional(),
  clinicNote: markdown(10_000).optional(),
  parent: documentId.optional(),
  campuses: refs,
  diseases: refs,
  order,
});
export type Department = z.infer<typeof department>;
