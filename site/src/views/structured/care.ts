/** Departments and doctors. */
import type { DepartmentView } from '../department.ts';
import type { DoctorView } from '../doctor.ts';
import { addressOf, hospitalOf, type Thing } from './thing.ts';

/** A department. */
export function medicalClinic(view: DepartmentView): Thing[] {
  const { chrome, head, name, aliases, formerNames, phone, location } = view;
  const other = [...aliases, ...formerNames];
  return [
    {
      '@type': 'MedicalClinic',
      name,
      alternateName: other.length > 0 ? other : undefined,
      url: head.canonical,
      description: head.description,
      telephone: phone,
      location,
      parentOrganization: hospitalOf(chrome),
    },
  ];
}

/** A doctor; one who left is not said to work here. */
export function physician(view: DoctorView): Thing[] {
  const { chrome, head, name, photo, departments, left } = view;
  return [
    {
      '@type': 'Physician',
      name,
      url: head.canonical,
      description: head.description,
      image: photo && addressOf(chrome, photo.src),
      ...(!left && {
        hospitalAffiliation: hospitalOf(chrome),
        memberOf: departments.map(
          ({ label, path }): Thing => ({
            '@type': 'MedicalClinic',
            name: label,
            url: addressOf(chrome, path),
          }),
        ),
      }),
    },
  ];
}
