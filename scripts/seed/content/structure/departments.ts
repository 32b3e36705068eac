import { departmentsOfMedicine } from './departments-medicine.ts';
import { supportingDepartments } from './departments-support.ts';
import { departmentsOfSurgery } from './departments-surgery.ts';

/** A parent stands before its children. */
export const departments = [...departmentsOfMedicine, ...departmentsOfSurgery, ...supportingDepartments];
