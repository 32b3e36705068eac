import { z } from 'zod';
import {
  day,
  documentId,
  formerSlugs,
  line,
  markdown,
  order,
  prose,
  refs,
  session,
  slug,
  weekday,
} from './common.ts';

/** 职称, highest first within each line; the order is the order of doctors on a department's page. */
export const doctorTitle = z.enum([
  '主任医师',
  '副主任医师',
  '主治医师',
  '住院医师',
  '主任药师',
  '副主任药师',
  '主管药师',
  '药师',
  '主任护师',
  '副主任护师',
  '主管护师',
  '护师',
  '主任技师',
  '副主任技师',
  '主管技师',
  '技师',
  '研究员',
  '副研究员',
]);
export const teachingTitle = z.enum(['教授', '副教授', '讲师', '助教']);
export const doctorStatus = z.enum(['在职', '离院']);
export const clinicKind = z.enum(['普通', '专家', '特需', '专病']);

/** 出诊信息: one half-day a week. The presenter leaves out those whose period does not hold now (law 1). */
export const clinicSession = z.strictObject({
  campus: documentId,
  department: documentId,
  weekday,
  session,
  kind: clinicKind,
  from: day.optional(),
  until: day.optional(),
});
export type ClinicSession = z.infer<typeof clinicSession>;

/** 医生. Names are not unique. */
export const doctor = z.strictObject({
  type: z.literal('doctor'),
  id: documentId,
  slug,
  formerSlugs,
  name: line(40),
  /** Full pinyin, syllables parted by spaces: `shan xiao wei`. */
  pinyin: line(80).optional(),
  title: doctorTitle,
  teachingTitle: teachingTitle.optional(),
  post: line(80).optional(),
  specialties: prose(1_000).optional(),
  intro: markdown(20_000).optional(),
  photo: documentId.optional(),
  status: doctorStatus,
  /** At least one; the first is the primary one. */
  departments: refs.min(1),
  clinics: z.array(clinicSession),
  order,
});
export type Doctor = z.infer<typeof doctor>;
