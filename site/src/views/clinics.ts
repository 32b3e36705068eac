/** 出诊 as tables: a doctor's half-days, a department's doctors, a campus's departments; each campus by itself. */

import type { Campus } from '@xinglin/shared/content/campus.js';
import { session, weekday } from '@xinglin/shared/content/common.js';
import type { Department } from '@xinglin/shared/content/department.js';
import type { ClinicSession, Doctor } from '@xinglin/shared/content/doctor.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { byRank } from './doctors.ts';
import { type NamedLink, nameLink } from './named.ts';
import { hits, openSuspensions } from './open-suspensions.ts';

/** One half-day of a doctor. */
export interface ClinicEntry {
  /** 普通, 专家, 特需 or 专病. */
  kind: string;
  /** Who; on a department's page. */
  doctor?: NamedLink;
  /** Named only where the doctor sees patients in more than one department. */
  department?: string;
  /** Last day, `2026-12-31`, where it ends. */
  until?: string;
  /** The 停诊 that run or are to come and leave it out, by their first day; both days included. */
  gaps?: { from: string; until: string }[];
}

export interface ClinicTable {
  campus: NamedLink;
  columns: readonly string[];
  /** One list of entries for each column. */
  rows: { label: string; cells: ClinicEntry[][] }[];
}

interface Held {
  doctor: Doctor;
  clinic: ClinicSession;
}

/** The tables of a doctor who works here: sessions by weekdays, campuses in the office's order. */
export function clinicTables(snapshot: Snapshot, doctor: Doctor): ClinicTable[] {
  const severalUnits = new Set(doctor.clinics.map(({ department }) => department)).size > 1;
  return byCampus(snapshot, heldBy(doctor), (held) => ({
    columns: weekday.options,
    rows: sessionsOf(held).map((half) => ({
      label: half,
      cells: weekday.options.map((day) =>
        held.filter(at(half, day)).map((one) => ({
          ...entryOf(snapshot, one),
          department: severalUnits ? snapshot.get('department', one.clinic.department)?.name : undefined,
        })),
      ),
    })),
  }));
}

/** The tables of a department: who is there when, by rank; weekdays with a clinic by sessions, which fit a phone. */
export function departmentTables(snapshot: Snapshot, unit: Department): ClinicTable[] {
  const doctors = byRank(snapshot.naming({ owner: unit, type: 'doctor', rels: ['clinic'] }));
  const all = doctors.flatMap(heldBy).filter(({ clinic }) => clinic.department === unit.id);
  return byCampus(snapshot, all, (held) => {
    const columns = sessionsOf(held);
    const days = weekday.options.filter((day) => held.some(({ clinic }) => clinic.weekday === day));
    const rows = days.map((day) => ({
      label: day,
      cells: columns.map((half) =>
        held
          .filter(at(half, day))
          .map((one) => ({ ...entryOf(snapshot, one), doctor: nameLink<'doctor'>(one.doctor) })),
      ),
    }));
    return { columns, rows };
  });
}

/** When a department's clinics are held on a campus: the sessions of each weekday. */
export interface CampusClinic extends NamedLink {
  days: string[][];
}

/** The clinics of a campus by department, in the office's order. */
export function campusClinics(snapshot: Snapshot, campus: Campus): CampusClinic[] {
  const held = snapshot
    .naming({ owner: campus, type: 'doctor', rels: ['clinic'] })
    .flatMap(heldBy)
    .filter(({ clinic }) => clinic.campus === campus.id);
  const byUnit = Map.groupBy(held, ({ clinic }) => clinic.department);
  const units = [...byUnit.keys()].flatMap((id) => snapshot.get('department', id) ?? []);
  return inOrder(units).map((unit) => ({
    ...nameLink<'department'>(unit),
    days: weekday.options.map((day) =>
      sessionsOf((byUnit.get(unit.id) ?? []).filter(({ clinic }) => clinic.weekday === day)),
    ),
  }));
}

/** The half-days of a doctor who works here. */
function heldBy(doctor: Doctor): Held[] {
  return doctor.status === '在职' ? doctor.clinics.map((clinic) => ({ doctor, clinic })) : [];
}

function at(half: string, day: string): (held: Held) => boolean {
  return ({ clinic }) => clinic.session === half && clinic.weekday === day;
}

/** Those in which a clinic is held at all, in the day's order. */
function sessionsOf(held: readonly Held[]): string[] {
  return session.options.filter((half) => held.some(({ clinic }) => clinic.session === half));
}

function entryOf(snapshot: Snapshot, { doctor, clinic }: Held): ClinicEntry {
  const gaps = openSuspensions(snapshot)
    .filter(({ entry }) => hits(entry, doctor, clinic))
    .map(({ entry: { from, until } }) => ({ from, until }));
  return { kind: clinic.kind, until: clinic.until, ...(gaps.length > 0 && { gaps }) };
}

/** One table for each campus on which anything is held. */
function byCampus(
  snapshot: Snapshot,
  all: readonly Held[],
  tableOf: (held: Held[]) => Pick<ClinicTable, 'columns' | 'rows'>,
): ClinicTable[] {
  const held = Map.groupBy(all, ({ clinic }) => clinic.campus);
  const campuses = [...held.keys()].flatMap((id) => snapshot.get('campus', id) ?? []);
  return inOrder(campuses).map((campus) => ({
    campus: nameLink<'campus'>(campus),
    ...tableOf(held.get(campus.id) ?? []),
  }));
}
