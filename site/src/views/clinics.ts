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

/** Weekdays by sessions: what fits a phone. Only those in which a clinic is held at all. */
export interface ClinicTable {
  campus: NamedLink;
  sessions: string[];
  /** One list of entries for each session. */
  days: { label: string; cells: ClinicEntry[][] }[];
}

interface Held {
  doctor: Doctor;
  clinic: ClinicSession;
}

/** The tables of a doctor who works here, campuses in the office's order. */
export function clinicTables(snapshot: Snapshot, doctor: Doctor): ClinicTable[] {
  const severalUnits = new Set(doctor.clinics.map(({ department }) => department)).size > 1;
  return byCampus(snapshot, heldBy(doctor), (one) => ({
    ...entryOf(snapshot, one),
    department: severalUnits ? snapshot.get('department', one.clinic.department)?.name : undefined,
  }));
}

/** The tables of a department: who is there when, by rank. */
export function departmentTables(snapshot: Snapshot, unit: Department): ClinicTable[] {
  const doctors = byRank(snapshot.naming({ owner: unit, type: 'doctor', rels: ['clinic'] }));
  const all = doctors.flatMap(heldBy).filter(({ clinic }) => clinic.department === unit.id);
  return byCampus(snapshot, all, (one) => ({
    ...entryOf(snapshot, one),
    doctor: nameLink<'doctor'>(one.doctor),
  }));
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
  shown: (held: Held) => ClinicEntry,
): ClinicTable[] {
  const byPlace = Map.groupBy(all, ({ clinic }) => clinic.campus);
  const campuses = [...byPlace.keys()].flatMap((id) => snapshot.get('campus', id) ?? []);
  return inOrder(campuses).map((campus) => {
    const held = byPlace.get(campus.id) ?? [];
    const sessions = sessionsOf(held);
    const days = weekday.options.flatMap((label) => {
      const then = held.filter(({ clinic }) => clinic.weekday === label);
      const cells = sessions.map((half) => then.filter(({ clinic }) => clinic.session === half).map(shown));
      return then.length === 0 ? [] : [{ label, cells }];
    });
    return { campus: nameLink<'campus'>(campus), sessions, days };
  });
}
