import { z } from 'zod';
import { documentId, formerSlugs, line, markdown, order, slug } from './common.ts';

/** 院区 */
export const campus = z.strictObject({
  type: z.literal('campus'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(40),
  /** Absent where an import only knows the campus by name: no address is better than an invented one. */
  address: line(200).optional(),
  /** WGS 84, decimal degrees. */
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  transport: markdown(10_000).optional(),
  phone: line(60).optional(),
  intro: markdown(20_000).optional(),
  photo: documentId.optional(),
  order,
});
export type Campus = z.infer<typeof campus>;
