import { z } from 'zod';
import {
  attachment,
  day,
  documentId,
  firstPublishedAt,
  formerSlugs,
  line,
  markdown,
  minute,
  prose,
  refs,
  slug,
} from './common.ts';

/**
 * 来源: who the news comes from. The label is stored at first publication and never follows a rename
 * (DESIGN.md section 4): an article shows units as they were, while the link goes to what they are now.
 */
export const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('科室'), label: line(60), department: documentId.optional() }),
  z.strictObject({ kind: z.literal('院区'), label: line(60), campus: documentId.optional() }),
  z.strictObject({
    kind: z.literal('外部单位'),
    label: line(60),
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
]);
export type Source = z.infer<typeof source>;

/** 更正说明: what was put right after publication, and when. */
export const correction = z.strictObject({ on: day, text: prose(1_000) });
export type Correction = z.infer<typeof correction>;

/** 新闻: a news item. */
export const article = z.strictObject({
  type: z.literal('article'),
  id: documentId,
  slug,
  formerSlugs,
  title: line(120),
  shortTitle: line(40).optional(),
  series: documentId.optional(),
  subtitle: line(120).optional(),
  /** 编者按, Markdown, shown set apart before the body. */
  editorNote: markdown(5_000).optional(),
  body: markdown(),
  summary: prose(300).optional(),
  cover: documentId.optional(),
  /** 发布时间: own fields, because Strapi's `publishedAt` changes with every publish. */
  publishedOn: day,
  publishedTime: minute.optional(),
  firstPublishedAt,
  eventDate: day.optional(),
  /** 撰文, 摄影, 责任编辑: names as they were, several joined by 、 */
  writers: line(120).optional(),
  photographers: line(120).optional(),
  editors: line(120).optional(),
  /** 署名: the closing credit under the body, without its brackets. */
  byline: line(200).optional(),
  /** 迁移前浏览次数: only what an import brought along. */
  legacyViews: z.int().min(0).optional(),
  /** Whether 置顶至 lies ahead; the CMS writes a change when it passes (law 1: time is content). */
  pinned: z.boolean(),
  aiAssisted: z.boolean(),
  attachments: z.array(attachment),
  /** By day, the newest last. */
  corrections: z.array(correction).default([]),
  /** 主栏目; the breadcrumb follows it. */
  channel: documentId,
  /** 同时发布到 */
  alsoIn: refs,
  sources: z.array(source).min(1),
  tags: refs,
  /** Hand-picked, in the office's order; views append derived ones. */
  related: z.strictObject({
    departments: refs,
    doctors: refs,
    articles: refs,
    consultations: refs,
    videos: refs,
    diseases: refs,
  }),
});
export type Article = z.infer<typeof article>;
