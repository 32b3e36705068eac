/** 节假日门诊: which unit holds clinic where on the days of a holiday, as the table of its notice shows it. */
import type { HolidayClinic } from '@xinglin/shared/content/notice.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { shortPeriod } from './dates.ts';
import { type NamedLink, nameLinks } from './named.ts';

export interface HolidayClinicView {
  /** 10月1日 or 10月1日至3日: the notice's own days tell the year. */
  days: string;
  /** Absent where the row holds for all units, and for all campuses. */
  department?: NamedLink;
  campus?: NamedLink;
  /** What is held: the half-day, and the office's words for it. */
  held: string;
}

/** One row, with the current names of its unit and its campus. A row without words says that clinic is held. */
export function holidayClinicView(snapshot: Snapshot, row: HolidayClinic): HolidayClinicView {
  const { date, until = date, session, note = '开诊' } = row;
  const named = (type: 'department' | 'campus') => nameLinks(snapshot, type, [row[type] ?? []].flat())[0];
  return {
    days: shortPeriod(date, until),
    department: named('department'),
    campus: named('campus'),
    held: session === undefined ? note : `${session} ${note}`,
  };
}
