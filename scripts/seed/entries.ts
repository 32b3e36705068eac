/**
 * What the authors of demo content write, type by type, and how it becomes what the intake takes: schemas whose
 * input is the notation of `content/README.md` and whose output holds Strapi's attributes, with every reference
 * as `{ key: 'type/key' }`. Unknown fields are refused.
 */
import { channelCategory } from '@xinglin/shared/content/channel.js';
import { day, href, line, markdown, prose, slug } from '@xinglin/shared/content/common.js';
import { departmentCategory } from '@xinglin/shared/content/department.js';
import { clinicKind, doctorStatus, doctorTitle, teachingTitle } from '@xinglin/shared/content/doctor.js';
import { slotPosition } from '@xinglin/shared/content/groupings.js';
import { z } from 'zod';
import { list, ref } from './fields.ts';

const key = slug;

export const campusEntry = z.strictObject({
  key,
  name: line(40),
  address: line(200),
  latitude: z.number(),
  longitude: z.number(),
  transport: markdown(),
  phone: line(60),
  intro: markdown(),
  photo: ref('media'),
});

export const channelEntry = z.strictObject({
  key,
  name: line(40),
  parent: ref('channel').optional(),
  category: channelCategory,
  description: prose(300),
  keywords: line(200).optional(),
  updateCycleDays: z.int().min(1).optional(),
});

export const departmentEntry = z.strictObject({
  key,
  name: line(60),
  shortName: line(30).optional(),
  aliases: list.optional(),
  formerNames: list.optional(),
  category: departmentCategory,
  intro: markdown(),
  phone: line(60),
  location: line(120),
  clinicNote: markdown().optional(),
  parent: ref('department').optional(),
  campuses: z.array(ref('campus')).min(1),
});

/** `周一上午专家@song-xi`: one half-day a week on a campus, in the doctor's primary department. */
const clinic = z
  .templateLiteral([
    z.enum(['周一', '周二', '周三', '周四', '周五', '周六', '周日']),
    z.enum(['上午', '下午', '夜间']),
    clinicKind,
    '@',
    z.enum(['song-xi', 'lu-ming', 'wang-hu']),
  ])
  .transform((text) => ({
    weekday: text.slice(0, 2),
    session: text.slice(2, 4),
    kind: text.slice(4, 6),
    campus: { key: `campus/${text.slice(7)}` },
  }));

export const doctorEntry = z
  .strictObject({
    key,
    name: line(40),
    /** Whose silhouette is drawn; without it the doctor has no photograph. */
    portrait: z.enum(['woman', 'man']).optional(),
    title: doctorTitle,
    teachingTitle: teachingTitle.optional(),
    post: line(80).optional(),
    specialties: prose(1_000),
    intro: markdown(),
    employment: doctorStatus.default('在职'),
    departments: z.array(ref('department')).min(1),
    clinics: z.array(clinic),
  })
  .transform(({ portrait, ...doctor }) => ({
    ...doctor,
    pinyin: doctor.key.replace(/-\d+$/, '').replaceAll('-', ' '),
    ...(portrait === undefined ? {} : { photo: { key: `media/${portraitKey(doctor.key)}` } }),
    clinics: doctor.clinics.map((clinic) => ({ ...clinic, department: doctor.departments[0] })),
  }));

/** The key of a doctor's portrait. */
export function portraitKey(doctor: string): string {
  return `xiao-xiang-${doctor}`;
}

const grouping = z.strictObject({ key, name: line(30), description: prose(300).optional() });
export const seriesEntry = grouping;
export const tagEntry = grouping;

export const videoEntry = z.strictObject({
  key,
  title: line(120),
  summary: prose(300),
  file: ref('media'),
  poster: ref('media'),
  subtitles: ref('media'),
  transcript: markdown(),
  durationSeconds: z.int().min(1),
  publishedOn: day,
  departments: z.array(ref('department')),
  doctors: z.array(ref('doctor')).optional(),
});

export const slotEntry = z.strictObject({
  key,
  position: slotPosition,
  items: z.array(z.strictObject({ article: ref('article') })),
});

const link = z.strictObject({ label: line(40), url: href });

export const siteEntry = z.strictObject({
  key,
  name: line(40),
  organisation: line(60),
  description: prose(300),
  logo: ref('media').optional(),
  phone: line(40),
  emergencyPhone: line(40),
  registrationUrl: href,
  icp: line(60),
  publicSecurity: z.strictObject({ label: line(60) }),
  navigation: z.array(z.strictObject({ label: line(20), url: href, children: z.array(link).default([]) })),
  friendLinks: z.array(link),
  footer: markdown(),
  breadcrumbPrefix: line(20),
  breadcrumbSeparator: line(4),
  elderModeLabel: line(10),
  defaultFontSize: z.int(),
});

export type CampusEntry = z.input<typeof campusEntry>;
export type ChannelEntry = z.input<typeof channelEntry>;
export type DepartmentEntry = z.input<typeof departmentEntry>;
export type DoctorEntry = z.input<typeof doctorEntry>;
export type GroupingEntry = z.input<typeof grouping>;
export type VideoEntry = z.input<typeof videoEntry>;
export type SlotEntry = z.input<typeof slotEntry>;
export type SiteEntry = z.input<typeof siteEntry>;
