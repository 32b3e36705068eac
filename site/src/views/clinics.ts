/** 出诊: a doctor's half-days as one table a campus, sessions by weekdays. */
import { session, weekday } from '@xinglin/shared/content/common.js';
import type { ClinicSession, Doctor } from '@xinglin/shared/content/doctor.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { type NamedLink, nameLink } from './named.ts';

export interface ClinicCell {
  /** 普通, 专家, 特需 or 专病. */
  kind: string;
  /** Named only where the doctor sees patients in more than one department. */
  department?: string;
  /** Last day, `2026-12-31`, where it ends. */
  until?: string;
}

export interface ClinicTable {
  campus: NamedLink;
  weekdays: readonly string[];
  /** Half-days that hold a clinic at all; one list of cells for each weekday. */
  rows: { session: string; cells: ClinicCell[][] }[];
}

/** The tables of a doctor who works here, campuses in the office's order. */
export function clinicTables(snapshot: Snapshot, doctor: Doctor): ClinicTable[] {
  if (doctor.status === '离院') return [];
  const severalUnits = new Set(doctor.clinics.map(({ department }) => department)).size > 1;
  const cell = (clinic: ClinicSession): ClinicCell => ({
    kind: clinic.kind,
    department: severalUnits ? snapshot.get('department', clinic.department)?.name : undefined,
    until: clinic.until,
  });
  return inOrder(snapshot.all('campus')).flatMap((campus) => {
    const here = doctor.clinics.filter((clinic) => clinic.campus === campus.id);
    const rows = session.options
      .map((half) => ({
        session: half as string,
        cells: weekday.options.map((day) =>
          here.filter((clinic) => clinic.session === half && clinic.weekday === day).map(cell),
        ),
      }))
      .filter(({ cells }) => cells.some((found) => found.length > 0));
    return rows.length === 0 ? [] : [{ campus: nameLink<'campus'>(campus), weekdays: weekday.options, rows }];
  });
}
