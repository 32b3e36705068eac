/** A notice: whether it still holds, what it says, who holds clinic and who does not, what to download. */
import type { Notice } from '@xinglin/shared/content/notice.js';
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type AttachmentView, attachmentsOf } from './attachments.ts';
import { bodyHtml, excerptOf } from './body.ts';
import { wayTo } from './channel-tree.ts';
import { dayLabel, isoDate } from './dates.ts';
import { type HolidayClinicView, holidayClinicView } from './holiday-clinics.ts';
import { itemPages, type Kind } from './kind.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { publicationOf } from './publication.ts';
import { type SuspensionView, suspensionView } from './suspensions.ts';

export interface NoticeView extends PageView {
  title: string;
  category: string;
  documentNumber?: string;
  publishedOn: string;
  publishedTime?: string;
  publishedIso: string;
  /** 生效日期: `2026-11-23`, where it is not the day of publication. */
  validFrom?: string;
  /** 截止时间 as words, and for `<time datetime>`. */
  deadline?: { label: string; iso: string };
  expired: boolean;
  department?: NamedLink;
  bodyHtml: string;
  suspensions: SuspensionView[];
  clinics: HolidayClinicView[];
  attachments: AttachmentView[];
}

export const notice: Kind<NoticeView> = {
  ...itemPages('notice'),
  view(snapshot, place) {
    const found = snapshot.bySlug('notice', place.slug);
    return found && viewOf(snapshot, found);
  },
};

function viewOf(snapshot: Snapshot, found: Notice): NoticeView {
  const unit = found.department === undefined ? undefined : snapshot.get('department', found.department);
  return {
    ...pageOf(snapshot, {
      path: itemPath('notice', found.slug),
      title: found.title,
      description: excerptOf(found.body),
      channel: found.channel,
      content: { ...publicationOf(found), source: unit?.name, keywords: found.category },
      way: [...wayTo(snapshot, found.channel), { label: '正文' }],
    }),
    title: found.title,
    category: found.category,
    documentNumber: found.documentNumber,
    publishedOn: found.publishedOn,
    publishedTime: found.publishedTime,
    publishedIso: isoDate(found.publishedOn, found.publishedTime),
    validFrom: found.validFrom,
    deadline: found.deadline === undefined ? undefined : deadlineOf(found.deadline),
    expired: found.expired,
    department: unit && nameLink<'department'>(unit),
    bodyHtml: bodyHtml(snapshot, found.body, { onTop: true }) ?? '',
    suspensions: found.suspensions.map((entry) => suspensionView(snapshot, found, entry)),
    clinics: found.clinics.map((row) => holidayClinicView(snapshot, row)),
    attachments: attachmentsOf(snapshot, found.attachments),
  };
}

/** `2026-11-30T17:00` */
function deadlineOf(minute: string): { label: string; iso: string } {
  const [day = '', time = ''] = minute.split('T');
  return { label: `${dayLabel(day)} ${time}`, iso: isoDate(day, time) };
}
