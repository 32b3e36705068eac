/** Whose pages tell of a 停诊: what `views/open-suspensions.ts` reads, asked the other way round. */
import type { Notice, Suspension } from '@xinglin/shared/content/notice.js';
import { homePath } from '@xinglin/shared/paths.js';
import { unitsOf } from '../views/open-suspensions.ts';
import { departmentsOn } from './clinics.ts';
import type { Scope } from './scope.ts';

/** Whoever does not hold clinic now or later, and where it is told of all. */
export function suspensionPages(scope: Scope, { suspensions }: Notice): void {
  const open = suspensions.filter(({ state }) => state !== '已结束');
  if (open.length === 0) return;
  scope.name(homePath);
  scope.index('notice', 'doctor');
  for (const entry of open) concerned(scope, entry);
}

/** A unit's stands with its doctors, a doctor's with all units of his unless it is told of one alone. */
function concerned(scope: Scope, { doctor, department, campus }: Suspension): void {
  scope.page('doctor', doctor);
  scope.page('department', department);
  scope.page('campus', campus);
  if (doctor !== undefined) {
    const found = department === undefined ? scope.snapshot.get('doctor', doctor) : undefined;
    if (found !== undefined) scope.page('department', ...unitsOf(found));
  } else if (department !== undefined) {
    scope.naming({ type: 'department', id: department }, 'doctor');
  } else if (campus !== undefined) {
    scope.naming({ type: 'campus', id: campus }, 'doctor');
    scope.naming({ type: 'campus', id: campus }, 'department', ['campuses']);
    departmentsOn(scope, campus);
  }
}

/** A 停诊 names whom it concerns on the pages of everyone else whom it concerns. */
export function suspensionsNaming(
  scope: Scope,
  owner: { type: 'doctor' | 'department' | 'campus'; id: string },
): void {
  const query = { owner, type: 'notice', rels: ['suspension', 'substitute'] } as const;
  for (const notice of scope.snapshot.naming(query)) suspensionPages(scope, notice);
}
