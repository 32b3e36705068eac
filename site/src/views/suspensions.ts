/**
 * 停诊 as pages show them: who does not hold clinic, where and when. On the notice, the doctor, the department,
 * the campus and home.
 *
 * `activeSuspensions(snapshot)`   all that run now: home, notices
 * `comingSuspensions(snapshot)`   all that are to come: home, notices
 * `suspensionsOf(snapshot, item)` what runs or is to come for a doctor, a department or a campus; a unit's stands
 *                                 with its doctors whose sessions it hits, and a doctor's with his units
 * `suspensionView(…)`             one entry of a notice, whatever its state
 *
 * All in the order of their first days; `state` tells 进行中 from 未开始. Which concern whom is told in
 * `open-suspensions.ts`, which pages that may touch in `affected/suspensions.ts`.
 */
import type { Campus } from '@xinglin/shared/content/campus.js';
import type { Department } from '@xinglin/shared/content/department.js';
import type { Doctor } from '@xinglin/shared/content/doctor.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Notice, Suspension } from '@xinglin/shared/content/notice.js';
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import {
  type OpenSuspension,
  openOfCampus,
  openOfDepartment,
  openOfDoctor,
  openSuspensions,
} from './open-suspensions.ts';

interface Named {
  name: string;
  path: string;
}

export interface SuspensionView {
  doctor?: Named;
  department?: Named;
  campus?: Named;
  substitute?: Named;
  /** `2026-11-23`, both days included. */
  from: string;
  until: string;
  session: string;
  note?: string;
  state: Suspension['state'];
  /** The notice that says so. */
  notice: { title: string; path: string };
}

/** All 停诊 that run now, by their first day. */
export function activeSuspensions(snapshot: Snapshot): SuspensionView[] {
  return inState(snapshot, '进行中');
}

/** All 停诊 that are to come, by their first day. */
export function comingSuspensions(snapshot: Snapshot): SuspensionView[] {
  return inState(snapshot, '未开始');
}

/** What runs or is to come for a doctor, a department or a campus, by its first day. */
export function suspensionsOf(snapshot: Snapshot, owner: Doctor | Department | Campus): SuspensionView[] {
  return shown(snapshot, openOf(snapshot, owner));
}

function openOf(snapshot: Snapshot, owner: Doctor | Department | Campus): OpenSuspension[] {
  switch (owner.type) {
    case 'doctor':
      return openOfDoctor(snapshot, owner);
    case 'department':
      return openOfDepartment(snapshot, owner);
    case 'campus':
      return openOfCampus(snapshot, owner);
  }
}

/** One 停诊 of a notice, with the current names of whom it concerns. */
export function suspensionView(snapshot: Snapshot, notice: Notice, entry: Suspension): SuspensionView {
  return {
    doctor: named(snapshot, 'doctor', entry.doctor),
    department: named(snapshot, 'department', entry.department),
    campus: named(snapshot, 'campus', entry.campus),
    substitute: named(snapshot, 'doctor', entry.substitute),
    from: entry.from,
    until: entry.until,
    session: entry.session,
    note: entry.note,
    state: entry.state,
    notice: { title: notice.title, path: itemPath('notice', notice.slug) },
  };
}

function inState(snapshot: Snapshot, state: Suspension['state']): SuspensionView[] {
  return shown(
    snapshot,
    openSuspensions(snapshot).filter(({ entry }) => entry.state === state),
  );
}

function shown(snapshot: Snapshot, found: readonly OpenSuspension[]): SuspensionView[] {
  return found.map(({ notice, entry }) => suspensionView(snapshot, notice, entry));
}

function named(
  snapshot: Snapshot,
  type: Extract<ItemType, 'doctor' | 'department' | 'campus'>,
  id: string | undefined,
): Named | undefined {
  const item = id === undefined ? undefined : snapshot.get(type, id);
  return item && { name: item.name, path: itemPath(type, item.slug) };
}
