/** The long texts: what stands in the front matter of each folder's files. See `content/README.md`. */
import { day, line, markdown, minute, order, prose, slug } from '@xinglin/shared/content/common.js';
import { noticeCategory, suspensionSession } from '@xinglin/shared/content/notice.js';
import { z } from 'zod';
import { relativeDay, relativeInstant } from './dates.ts';
import { list, type Reference, ref } from './fields.ts';

const attachments = z
  .array(
    z
      .strictObject({ media: ref('media'), name: line(200) })
      .transform(({ media, name }) => ({ file: media, name })),
  )
  .optional();

/** 来源, told apart by what it names: a department, a campus, or else an organisation outside. */
const source = z
  .strictObject({
    department: ref('department').optional(),
    campus: ref('campus').optional(),
    label: line(60).optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(
    ({ department, campus, label }) =>
      department !== undefined ? campus === undefined : campus !== undefined || label !== undefined,
    'a source names one department, or one campus, or has a label',
  )
  .transform((source) => ({ kind: sourceKind(source), ...source }));

function sourceKind(source: { department?: Reference | undefined; campus?: Reference | undefined }) {
  if (source.department !== undefined) return '科室';
  return source.campus === undefined ? '外部单位' : '院区';
}

const article = (today: string) =>
  z.strictObject({
    title: line(120),
    shortTitle: line(40).optional(),
    series: ref('series').optional(),
    subtitle: line(120).optional(),
    editorNote: markdown(5_000).optional(),
    summary: prose(300).optional(),
    cover: ref('media').optional(),
    publishedOn: day,
    publishedTime: minute.optional(),
    eventDate: day.optional(),
    writers: line(120).optional(),
    photographers: line(120).optional(),
    editors: line(120).optional(),
    byline: line(200).optional(),
    legacyViews: z.int().min(0).optional(),
    pinnedUntil: relativeDay(today)
      .transform((until) => new Date(`${until}T23:59:00+08:00`).toISOString())
      .optional(),
    aiAssisted: z.boolean().optional(),
    channel: ref('channel'),
    alsoIn: z.array(ref('channel')).optional(),
    sources: z.array(source).min(1),
    tags: z.array(ref('tag')).optional(),
    attachments,
    relatedDepartments: z.array(ref('department')).optional(),
    relatedDoctors: z.array(ref('doctor')).optional(),
    relatedArticles: z.array(ref('article')).optional(),
    relatedConsultations: z.array(ref('consultation')).optional(),
    relatedVideos: z.array(ref('video')).optional(),
    relatedDiseases: z.array(ref('disease')).optional(),
  });

const notice = (today: string) =>
  z.strictObject({
    title: line(120),
    category: noticeCategory,
    documentNumber: line(60).optional(),
    publishedOn: relativeDay(today),
    publishedTime: minute.optional(),
    validFrom: relativeDay(today).optional(),
    deadline: relativeInstant(today).optional(),
    channel: ref('channel'),
    department: ref('department').optional(),
    attachments,
    suspensions: z
      .array(
        z.strictObject({
          doctor: ref('doctor').optional(),
          department: ref('department').optional(),
          campus: ref('campus').optional(),
          from: relativeDay(today),
          until: relativeDay(today),
          session: suspensionSession,
          substitute: ref('doctor').optional(),
          note: line(200).optional(),
        }),
      )
      .optional(),
    clinics: z
      .array(
        z.strictObject({
          date: relativeDay(today),
          until: relativeDay(today).optional(),
          campus: ref('campus').optional(),
          department: ref('department').optional(),
          session: suspensionSession.optional(),
          note: line(200).optional(),
        }),
      )
      .optional(),
  });

const page = () =>
  z.strictObject({
    title: line(120),
    channel: ref('channel'),
    department: ref('department').optional(),
    reviewDue: day.optional(),
    order,
    attachments,
  });

const topic = () =>
  z.strictObject({
    title: line(120),
    cover: ref('media').optional(),
    from: day.optional(),
    until: day.optional(),
    blocks: z
      .array(
        z.strictObject({
          heading: line(60),
          articles: z.array(ref('article')).min(1),
          videos: z.array(ref('video')).optional(),
          consultations: z.array(ref('consultation')).optional(),
          diseases: z.array(ref('disease')).optional(),
        }),
      )
      .min(1),
  });

const disease = () =>
  z.strictObject({
    name: line(60),
    aliases: list.optional(),
    departments: z.array(ref('department')).min(1),
    doctors: z.array(ref('doctor')).optional(),
    reviewedBy: ref('doctor'),
    reviewedOn: day,
  });

const consultation = () =>
  z.strictObject({
    title: line(120),
    question: prose(5_000),
    answeredBy: ref('doctor'),
    answeredOn: day,
    departments: z.array(ref('department')).min(1),
    doctors: z.array(ref('doctor')).optional(),
  });

/** Every folder of texts: its type, its front matter, the attribute that takes the body. */
export const folders = [
  { folder: 'diseases', type: 'disease', body: 'body', frontMatter: disease },
  { folder: 'consultations', type: 'consultation', body: 'answer', frontMatter: consultation },
  { folder: 'articles', type: 'article', body: 'body', frontMatter: article },
  { folder: 'notices', type: 'notice', body: 'body', frontMatter: notice },
  { folder: 'pages', type: 'page', body: 'body', frontMatter: page },
  { folder: 'topics', type: 'topic', body: 'intro', frontMatter: topic },
] as const;

/** The key of a text is its file's name, and its slug. */
export const textKey = slug;
