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
  phase,
  slug,
} from './common.ts';

export const noticeCategory = z.enum(['通知', '招标采购', '停诊', '节假日门诊', '紧急公告']);
export const suspensionSession = z.enum(['全天', '上午', '下午', '夜间']);

/** 停诊, structured: who does not hold clinic where, from–to (both days included), and who stands in. */
export const suspension = z.strictObject({
  doctor: documentId.optional(),
  department: documentId.optional(),
  campus: documentId.optional(),
  from: day,
  until: day,
  session: suspensionSession,
  /** 替诊 */
  substitute: documentId.optional(),
  note: line(200).optional(),
  /** Where the CMS's clock stood against the period when it presented the notice (law 1). */
  state: phase,
});
export type Suspension = z.infer<typeof suspension>;

/** 节假日门诊, one row of its table: which unit holds clinic where, on one day or from a day to another (included). */
export const holidayClinic = z.strictObject({
  date: day,
  until: day.optional(),
  campus: documentId.optional(),
  department: documentId.optional(),
  session: suspensionSession.optional(),
  note: line(200).optional(),
});
export type HolidayClinic = z.infer<typeof holidayClinic>;

/** 通知公告 */
export const notice = z.strictObject({
  type: z.literal('notice'),
  id: documentId,
  slug,
  formerSlugs,
  title: line(120),
  category: noticeCategory,
  /** 文号 */
  documentNumber: line(60).optional(),
  publishedOn: day,
  publishedTime: minute.optional(),
  firstPublishedAt,
  /** 生效日期: the day from which the notice holds, where that is not the day of its publication. */
  validFrom: day.optional(),
  /** 截止时间, Asia/Shanghai, `2026-11-30T17:00`. */
  deadline: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .optional(),
  /** Whether the notice has run out; the CMS writes a change when it does. */
  expired: z.boolean(),
  body: markdown(),
  attachments: z.array(attachment),
  channel: documentId,
  /** 发布科室 */
  department: documentId.optional(),
  suspensions: z.array(suspension),
  /** 节假日门诊安排, in the order of the office. */
  clinics: z.array(holidayClinic).default([]),
});
export type Notice = z.infer<typeof notice>;
