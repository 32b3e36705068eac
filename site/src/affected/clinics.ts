/** Tables of 出诊 name doctors, departments and campuses on each other's pages. */
import type { Doctor } from '@xinglin/shared/content/doctor.js';
import type { Scope } from './scope.ts';

/** A campus is named by the tables of the departments whose doctors hold clinic there. */
export function departmentsOn(scope: Scope, campus: string): void {
  for (const { clinics } of heldIn(scope, 'campus', campus)) {
    const here = clinics.filter((clinic) => clinic.campus === campus);
    scope.page('department', ...here.map(({ department }) => department));
  }
}

/** A department is named by the tables of the campuses on which its clinics are held. */
export function campusesWith(scope: Scope, department: string): void {
  for (const { clinics } of heldIn(scope, 'department', department)) {
    const own = clinics.filter((clinic) => clinic.department === department);
    scope.page('campus', ...own.map(({ campus }) => campus));
  }
}

function heldIn(scope: Scope, type: 'campus' | 'department', id: string): Doctor[] {
  return scope.snapshot.naming({ owner: { type, id }, type: 'doctor', rels: ['clinic'] });
}
