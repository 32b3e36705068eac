/**
 * The intake seam: how seeds and imports hand documents to the CMS. Every document comes under a stable key of
 * the giver, so that giving it again changes nothing, and what the office has edited since is kept.
 */
import { z } from 'zod';
import { documentId, line } from './content/common.ts';
import { itemTypes } from './content/item.ts';

/** `article/zhi-suan`: the giver's own name for a document, stable over all its runs. */
export const intakeKey = z
  .string()
  .max(200)
  .regex(/^[^\s/]+(?:\/[^\s/]+)+$/u, '键要写成「类型/名称」，不含空格');

/** Types that come in as data; media come in as files. */
export const intakeTypes = itemTypes.filter((type) => type !== 'media');
export type IntakeType = (typeof intakeTypes)[number];

/** In `data`, a relation or a file: one that was taken in under a key, or one that the CMS already has. */
export const intakeReference = z.union([z.strictObject({ key: intakeKey }), z.strictObject({ documentId })]);
export type IntakeReference = z.infer<typeof intakeReference>;

export const intakeDocument = z.strictObject({
  key: intakeKey,
  type: z.enum(intakeTypes as [IntakeType, ...IntakeType[]]),
  /** Strapi's attributes. What is not named is not touched. */
  data: z.record(z.string(), z.unknown()),
  /** Whether a drafted type is published too; hubs have no drafts. */
  publish: z.boolean().default(false),
});
export type IntakeDocument = z.infer<typeof intakeDocument>;

export const intakeRequest = z.strictObject({
  /** The standing approval under which this is published (law 8): 演示内容, 旧站导入 … */
  approval: line(60),
  documents: z.array(intakeDocument).max(1_000),
});
export type IntakeRequest = z.input<typeof intakeRequest>;

/**
 * `kept`: the office has edited or deleted it since; nothing was done. `refused`: nothing was done, `problem`
 * says why, in Chinese.
 */
export const intakeOutcome = z.enum(['created', 'updated', 'unchanged', 'kept', 'refused']);
export type IntakeOutcome = z.infer<typeof intakeOutcome>;

export const intakeResult = z.object({
  key: z.string(),
  /** Absent where a new document was refused. */
  documentId: documentId.optional(),
  outcome: intakeOutcome,
  problem: z.string().optional(),
});
export type IntakeResult = z.infer<typeof intakeResult>;

export const intakeAnswer = z.object({ results: z.array(intakeResult) });

/** What `find` looks through: by name, short name, alias and former name. */
export const findableTypes = ['campus', 'channel', 'department', 'series', 'tag'] as const;
export type FindableType = (typeof findableTypes)[number];

export const intakeFindQuery = z.strictObject({
  type: z.enum(findableTypes),
  name: z.string().min(1).max(200),
  /** Channels only: the documentId of the parent, or `none` for an entrance. Names repeat below different ones. */
  parent: z.union([documentId, z.literal('none')]).optional(),
});

export type IntakeFindQuery = z.infer<typeof intakeFindQuery>;

export const intakeMatch = z.object({ documentId, name: z.string(), slug: z.string().nullable() });
export type IntakeMatch = z.infer<typeof intakeMatch>;

export const intakeFindAnswer = z.object({ matches: z.array(intakeMatch) });

/** Paths below the CMS's origin. */
export const intakePaths = {
  documents: '/api/xinglin/intake/documents',
  media: '/api/xinglin/intake/media',
  find: '/api/xinglin/intake/find',
} as const;
