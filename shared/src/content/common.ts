/**
 * The building blocks of the content contract. Enum values are the Chinese words that the office sees and
 * that Strapi stores: Strapi's admin shows an enum's raw value, so a code beside a label could only drift.
 */
import { z } from 'zod';

/** Strapi's `documentId`: the identity that survives every publish (row ids do not). */
export const documentId = z.string().regex(/^[a-z0-9]{1,64}$/, 'a documentId: lower-case letters and digits');

/** The item's own part of its URL: pinyin, digits, single hyphens. Stable once published. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug: lower-case letters and digits joined by single hyphens');

/** Addresses that the item had before, newest first: each leads on to the one it has now (law 6). */
export const formerSlugs = z
  .array(slug)
  .min(1)
  .max(50)
  .refine((slugs) => new Set(slugs).size === slugs.length, 'names one address twice')
  .optional();

/** One line of text, trimmed, not empty, at most `max` UTF-16 units. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.trim() === text, 'must not begin or end with white space')
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters');

/** Several lines of plain text. */
export const prose = (max: number) => withoutControls(z.string().min(1).max(max));

/** Markdown as the office wrote it; safe only after `body/`. */
export const markdown = (max = 200_000) => withoutControls(z.string().min(1).max(max));

/** Of the control characters only tabs and line ends are text: the others show nowhere and break XML. */
function withoutControls(schema: z.ZodString) {
  return schema.refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'must hold no control characters');
}

/** A calendar day in Asia/Shanghai, `2024-03-26`. */
export const day = z.iso.date();

/** Whether 复核到期 has passed; the CMS writes a change when it does (law 1: time is content). */
export const reviewOverdue = z.boolean().default(false);

/** A minute of a day in Asia/Shanghai, `14:02`. */
export const minute = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day: HH:MM');

/**
 * When the CMS first presented a dated item, to the second, `2026-11-23T14:02:07+08:00`: written once, whatever is
 * edited, taken down or published again later. Where the office typed day and minute, and they had passed by then,
 * they are meant: an import tells when the old site published. Absent only from what no CMS presented.
 */
export const firstPublishedAt = z.iso
  .datetime({ offset: true })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/, 'an instant to the second at +08:00')
  .optional();

/** A link the office typed: a path on this site, or http(s), tel or mailto. Nothing that can run. */
export const href = z
  .string()
  .max(500)
  .regex(/^(?:\/(?!\/)|https?:\/\/|tel:|mailto:)[^\s]*$/, 'a link: /path, https://, tel: or mailto:');

/** A position among siblings; smaller first, then by id. */
export const order = z.int().min(0).max(100_000);

/** References to other documents in the order the office chose; each named once. */
export const refs = z
  .array(documentId)
  .refine((ids) => new Set(ids).size === ids.length, 'names one document twice');

/** A file offered for download, under the name that the reader saves it as. */
export const attachment = z.strictObject({ media: documentId, name: line(200) });
export type Attachment = z.infer<typeof attachment>;

/** Where the CMS's clock stood against a period when it presented it (law 1). */
export const phase = z.enum(['未开始', '进行中', '已结束']);

/** Half-days in which clinics are held. */
export const session = z.enum(['上午', '下午', '夜间']);
export const weekday = z.enum(['周一', '周二', '周三', '周四', '周五', '周六', '周日']);
