import { z } from 'zod';
import { day, documentId, formerSlugs, href, line, markdown, prose, refs, slug } from './common.ts';

/** 系列: 【医海撷英】; its name stands in brackets before the title. */
export const series = z.strictObject({
  type: z.literal('series'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(30),
  description: prose(300).optional(),
});
export type Series = z.infer<typeof series>;

/** 标签 */
export const tag = z.strictObject({
  type: z.literal('tag'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(30),
  description: prose(300).optional(),
});
export type Tag = z.infer<typeof tag>;

/** 专题: ordered blocks of articles. */
export const topic = z.strictObject({
  type: z.literal('topic'),
  id: documentId,
  slug,
  formerSlugs,
  title: line(120),
  intro: markdown(20_000).optional(),
  cover: documentId.optional(),
  from: day.optional(),
  until: day.optional(),
  blocks: z.array(z.strictObject({ heading: line(60), articles: refs })),
});
export type Topic = z.infer<typeof topic>;

export const slotPosition = z.enum(['首页头条', '首页推荐', '健康科普']);

/** 推荐位: what the office puts on a fixed place. Holds only what runs now; the CMS keeps the periods. */
export const slot = z.strictObject({
  type: z.literal('slot'),
  id: documentId,
  position: slotPosition,
  items: z.array(
    z.strictObject({ article: documentId.optional(), title: line(120).optional(), url: href.optional() }),
  ),
});
export type Slot = z.infer<typeof slot>;
