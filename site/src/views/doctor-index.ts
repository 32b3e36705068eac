/**
 * 找医生: everyone who works here, each once, by the first letter of the name; departments lead to their own pages,
 * where their doctors stand by title. What the island filters by is on the page itself (decision 0018).
 */
import type { Campus } from '@xinglin/shared/content/campus.js';
import { weekday } from '@xinglin/shared/content/common.js';
import type { Department } from '@xinglin/shared/content/department.js';
import { type Doctor, doctorTitle } from '@xinglin/shared/content/doctor.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { initialId, initialOf, inNameOrder } from './initials.ts';
import type { Kind } from './kind.ts';
import { openOfDoctor, unitsOf } from './open-suspensions.ts';
import { type PageView, pageOf } from './page.ts';

/** A thing to choose, by its name in the address and its name for people. */
export interface Choice {
  value: string;
  label: string;
}

export interface FoundDoctor {
  path: string;
  name: string;
  /** `ren jing yi` */
  pinyin?: string;
  title: string;
  /** Departments, the primary one first. */
  units: string[];
  /** `东院区周一、周四；西院区周二` */
  held?: string;
  /** What the doctor is found by: see `keysOf`. */
  keys: string;
  /** A 停诊 runs or is to come. */
  suspended?: true;
}

export interface DoctorIndexView extends PageView {
  title: string;
  count: number;
  departments: (Choice & { path: string })[];
  campuses: Choice[];
  titles: string[];
  weekdays: readonly string[];
  /** `id` is the group's anchor on the page. */
  groups: { id: string; label: string; doctors: FoundDoctor[] }[];
}

/** What the choices are, in the order in which the page offers them. */
interface Offered {
  units: Department[];
  campuses: Campus[];
  titles: string[];
}

export const doctorIndex: Kind<DoctorIndexView> = {
  paths: () => [indexPath('doctor')],
  view(snapshot) {
    const title = '找医生';
    const description = '按姓名、科室、院区、职称和出诊日查找医生，查看擅长、出诊时间和停诊安排。';
    const doctors = inNameOrder(snapshot.all('doctor').filter(({ status }) => status === '在职'));
    const offered = offeredBy(snapshot, doctors);
    return {
      ...pageOf(snapshot, { path: indexPath('doctor'), title, description, way: [{ label: title }] }),
      title,
      count: doctors.length,
      departments: offered.units.map((unit) => ({
        ...choice(unit),
        path: itemPath('department', unit.slug),
      })),
      campuses: offered.campuses.map(choice),
      titles: offered.titles,
      weekdays: weekday.options,
      groups: Array.from(Map.groupBy(doctors, initialOf), ([label, members]) => ({
        id: initialId(label),
        label,
        doctors: members.map((doctor) => foundDoctor(snapshot, doctor, offered)),
      })),
    };
  },
};

/** Only what finds anybody. */
function offeredBy(snapshot: Snapshot, doctors: readonly Doctor[]): Offered {
  const units = new Set(doctors.flatMap((doctor) => [...unitsOf(doctor)]));
  const campuses = new Set(doctors.flatMap(({ clinics }) => clinics.map(({ campus }) => campus)));
  const titles = new Set(doctors.map(({ title }) => title));
  return {
    units: inOrder(snapshot.all('department').filter(({ id }) => units.has(id))),
    campuses: inOrder(snapshot.all('campus').filter(({ id }) => campuses.has(id))),
    titles: doctorTitle.options.filter((title) => titles.has(title)),
  };
}

function foundDoctor(snapshot: Snapshot, doctor: Doctor, offered: Offered): FoundDoctor {
  const held = heldOf(doctor, offered.campuses);
  return {
    path: itemPath('doctor', doctor.slug),
    name: doctor.name,
    ...(doctor.pinyin !== undefined && { pinyin: doctor.pinyin }),
    title: doctor.title,
    units: doctor.departments.flatMap((id) => snapshot.get('department', id)?.name ?? []),
    ...(held !== '' && { held }),
    keys: keysOf(doctor, offered),
    ...(openOfDoctor(snapshot, doctor).length > 0 && { suspended: true }),
  };
}

function heldOf({ clinics }: Doctor, campuses: readonly Campus[]): string {
  return campuses
    .flatMap(({ id, name }) => {
      const here = clinics.filter(({ campus }) => campus === id);
      const days = weekday.options.filter((day) => here.some((clinic) => clinic.weekday === day));
      return days.length === 0 ? [] : [`${name}${days.join('、')}`];
    })
    .join('；');
}

/**
 * What the island `find-doctor` asks, by places in the lists of choices: the title's, then a word for each
 * department, `3` alone or `3.0.14`: in the fourth department, on the first campus, on Mondays and Thursdays.
 */
function keysOf(doctor: Doctor, { units, campuses, titles }: Offered): string {
  const own = unitsOf(doctor);
  const words = units.flatMap(({ id }, unit) => {
    if (!own.has(id)) return [];
    const here = doctor.clinics.filter(({ department }) => department === id);
    const held = campuses.flatMap((campus, place) => {
      const days = weekday.options.flatMap((day, index) =>
        here.some((clinic) => clinic.campus === campus.id && clinic.weekday === day) ? [index + 1] : [],
      );
      return days.length === 0 ? [] : [`${unit}.${place}.${days.join('')}`];
    });
    return held.length > 0 ? held : [String(unit)];
  });
  return [titles.indexOf(doctor.title), ...words].join(' ');
}

function choice({ slug, name }: Department | Campus): Choice {
  return { value: slug, label: name };
}
