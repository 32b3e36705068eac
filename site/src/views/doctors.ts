/** Doctors where they are some of many: on lists, departments, campuses, diseases. */

import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Department } from '@xinglin/shared/content/department.js';
import { type Doctor, doctorTitle } from '@xinglin/shared/content/doctor.js';
import { itemPath } from '@xinglin/shared/paths.js';
import { type Picture, pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

export interface DoctorCard {
  path: string;
  name: string;
  title: string;
  teachingTitle?: string;
  post?: string;
  specialties?: string;
  photo?: Picture;
}

export interface DoctorGroup {
  /** 职称, a department's name or a letter. */
  label: string;
  doctors: DoctorCard[];
}

export function doctorCard(snapshot: Snapshot, doctor: Doctor): DoctorCard {
  return {
    path: itemPath('doctor', doctor.slug),
    name: doctor.name,
    title: doctor.title,
    teachingTitle: doctor.teachingTitle,
    post: doctor.post,
    specialties: doctor.specialties,
    photo: photoOf(snapshot, doctor),
  };
}

export function photoOf(snapshot: Snapshot, doctor: Doctor): Picture | undefined {
  return doctor.photo === undefined ? undefined : pictureOf(snapshot.get('media', doctor.photo));
}

/** By title, then in the office's order. */
export function byRank(doctors: readonly Doctor[]): Doctor[] {
  const rank = ({ title }: Doctor) => doctorTitle.options.indexOf(title);
  return [...doctors].sort((a, b) => rank(a) - rank(b) || a.order - b.order || compareCodeUnits(a.id, b.id));
}

/** Those who work in a department now, by rank. */
export function doctorsIn(snapshot: Snapshot, department: Department): Doctor[] {
  const all = snapshot.naming({ owner: department, type: 'doctor', rels: ['departments'] });
  return byRank(all.filter(({ status }) => status === '在职'));
}

/** Doctors by some word about them, in the order in which the words first appear. */
export function groupDoctors(
  snapshot: Snapshot,
  doctors: readonly Doctor[],
  labelOf: (doctor: Doctor) => string,
): DoctorGroup[] {
  const groups = Map.groupBy(doctors, labelOf);
  return Array.from(groups, ([label, members]) => ({
    label,
    doctors: members.map((doctor) => doctorCard(snapshot, doctor)),
  }));
}
