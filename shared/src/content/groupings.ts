import { z } from 'zod';
import { day, documentId, formerSlugs, href, line, markdown, phase, prose, refs, slug } from './common.ts';

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

/** One block of a topic: articles, then what there is beside them. */
const topicBlock = z.strictObject({
  heading: line(60),
  articles: refs,
  videos: refs.default([]),
  consultations: refs.default([]),
  diseases: refs.default([]),
});

/** 专题: ordered blocks. */
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
  /** Absent where it has no period. */
  state: phase.optional(),
  blocks: z.array(topicBlock),
});
export type Topic = z.infer<typeof topic>;

export const slotPosition = z.enum(['首页头条', '首页推荐', '健康科普']);

/** 推荐位: what the office puts on a fixed place. Holds only what runs now; the CMS keeps the periods. */
export const slot = z.strictObject({
  type: z.literal('slot'),
  id: documentId,
  position: slotPosition,
  items: z.array(
    z.strictObject({
      article: documentId.optional(),
      title: line(120).optional(),
      url: href.optional(),
      /** In place of what the article, or the page that the address leads to, says and shows of itself. */
      summary: prose(300).optional(),
      picture: documentId.optional(),
    }),
  ),
});
export type Slot = z.infer<typeof slot>;
