/**
 * The 停诊 that run or are to come, and whom each concerns. They are few among all notices ever: the snapshot
 * knows them by an edge of their own, and they are gathered once while nothing is written.
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { weekday } from '@xinglin/shared/content/common.js';
import type { Department } from '@xinglin/shared/content/department.js';
import type { ClinicSession, Doctor } from '@xinglin/shared/content/doctor.js';
import type { Notice, Suspension } from '@xinglin/shared/content/notice.js';
import { openSuspensions as mark } from '@xinglin/shared/edges.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { onceAVersion } from './once.ts';

/** One 停诊 that runs or is to come, and the notice that says so. */
export interface OpenSuspension {
  notice: Notice;
  entry: Suspension;
}

/** All of them, by their first day: those that run stand before those to come. */
export const openSuspensions = onceAVersion((snapshot): readonly OpenSuspension[] =>
  snapshot
    .naming({ owner: mark, type: 'notice', rels: ['open'] })
    .flatMap((notice) =>
      notice.suspensions.filter(({ state }) => state !== '已结束').map((entry) => ({ notice, entry })),
    )
    .sort(
      (a, b) =>
        compareCodeUnits(a.entry.from, b.entry.from) || compareCodeUnits(a.notice.slug, b.notice.slug),
    ),
);

/** Those that keep patients from a doctor: his own, and those of his units or campuses that hit him. */
export function openOfDoctor(snapshot: Snapshot, doctor: Doctor): OpenSuspension[] {
  if (doctor.status === '离院') return [];
  return openSuspensions(snapshot).filter(({ entry }) => {
    if (entry.doctor !== undefined) return entry.doctor === doctor.id;
    if (doctor.clinics.length > 0) return doctor.clinics.some((clinic) => hits(entry, doctor, clinic));
    // Whose sessions are not known is held to be there whenever the unit is.
    return entry.department !== undefined && doctor.departments.includes(entry.department);
  });
}

/** Those that concern a department: its own, and those of its doctors that are not told of another one alone. */
export function openOfDepartment(snapshot: Snapshot, department: Department): OpenSuspension[] {
  return openSuspensions(snapshot).filter(({ entry }) => {
    if (entry.department !== undefined) return entry.department === department.id;
    if (entry.doctor === undefined) return department.campuses.some((campus) => campus === entry.campus);
    const doctor = snapshot.get('doctor', entry.doctor);
    return doctor?.status === '在职' && unitsOf(doctor).has(department.id);
  });
}

/** Those told of one campus. */
export function openOfCampus(snapshot: Snapshot, campus: { id: string }): OpenSuspension[] {
  return openSuspensions(snapshot).filter(({ entry }) => entry.campus === campus.id);
}

/** Every department that a doctor works or holds clinic in. */
export function unitsOf({ departments, clinics }: Doctor): Set<string> {
  return new Set([...departments, ...clinics.map(({ department }) => department)]);
}

/** Whether a 停诊 leaves a doctor's half-day out, once at least: whose, where, when. */
export function hits(entry: Suspension, doctor: { id: string }, clinic: ClinicSession): boolean {
  const named = entry.doctor ?? entry.department ?? entry.campus;
  return (
    named !== undefined &&
    (entry.doctor === undefined || entry.doctor === doctor.id) &&
    (entry.department === undefined || entry.department === clinic.department) &&
    (entry.campus === undefined || entry.campus === clinic.campus) &&
    (entry.session === '全天' || entry.session === clinic.session) &&
    fallsOn(clinic.weekday, entry.from, entry.until)
  );
}

const dayLength = 86_400_000;

/** Whether a weekday lies between two days, both included. */
function fallsOn(day: ClinicSession['weekday'], from: string, until: string): boolean {
  const first = Date.parse(`${from}T00:00Z`);
  const days = (Date.parse(`${until}T00:00Z`) - first) / dayLength;
  // 1 January 1970 was a Thursday, and 周一 stands first.
  const ahead = (weekday.options.indexOf(day) + 7 - ((Math.round(first / dayLength) + 3) % 7)) % 7;
  return ahead <= days;
}
