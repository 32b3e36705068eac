import { z } from 'zod';
import { documentId, formerSlugs, line, order, prose, slug } from './common.ts';

export const channelCategory = z.enum(['新闻', '公告', '科普', '指南', '公开', '概况']);

/** 栏目: a node of the tree. A channel without a parent is an entrance (公众入口 …). */
export const channel = z.strictObject({
  type: z.literal('channel'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(40),
  parent: documentId.optional(),
  category: channelCategory,
  description: prose(300).optional(),
  keywords: line(200).optional(),
  /** 更新周期 in days: after so long without news the office is told. */
  updateCycleDays: z.int().min(1).max(3660).optional(),
  order,
});
export type Channel = z.infer<typeof channel>;
