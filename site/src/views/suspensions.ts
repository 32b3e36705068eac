/** 停诊: who does not hold clinic, where and when. Shown on the notice, the doctor, the department and home. */

import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Notice, Suspension } from '@xinglin/shared/content/notice.js';
import { itemPath } from '@xinglin/shared/paths.js';
import type { ListQuery, Snapshot } from '@xinglin/shared/snapshot.js';

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
  state: string;
  /** The notice that says so. */
  notice: { title: string; path: string };
}

/** All 停诊 that hold now, by their first day. */
export function activeSuspensions(snapshot: Snapshot): SuspensionView[] {
  return inForce(snapshot, snapshot.newest('notice', 200));
}

/** The 停诊 that hold now and name a doctor or a department. */
export function suspensionsOf(snapshot: Snapshot, owner: ListQuery['owner']): SuspensionView[] {
  const notices = snapshot.naming({ owner, type: 'notice', rels: ['suspension'] });
  return inForce(snapshot, notices, (entry) => entry.doctor === owner.id || entry.department === owner.id);
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

function inForce(
  snapshot: Snapshot,
  notices: readonly Notice[],
  concerns: (entry: Suspension) => boolean = () => true,
): SuspensionView[] {
  return notices
    .flatMap((notice) =>
      notice.suspensions
        .filter((entry) => entry.state === '进行中' && concerns(entry))
        .map((entry) => suspensionView(snapshot, notice, entry)),
    )
    .sort((a, b) => compareCodeUnits(a.from, b.from) || compareCodeUnits(a.notice.path, b.notice.path));
}

function named(
  snapshot: Snapshot,
  type: Extract<ItemType, 'doctor' | 'department' | 'campus'>,
  id: string | undefined,
): Named | undefined {
  const item = id === undefined ? undefined : snapshot.get(type, id);
  return item && { name: item.name, path: itemPath(type, item.slug) };
}
