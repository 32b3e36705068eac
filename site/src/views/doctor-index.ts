import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { type DoctorCard, doctorCard, doctorsIn } from './doctors.ts';
import { initialId, initialOf } from './initials.ts';
import type { Kind } from './kind.ts';
import { type PageView, pageOf } from './page.ts';

export interface DoctorIndexView extends PageView {
  title: string;
  /** `id` is the group's anchor on the page. */
  departments: { id: string; label: string; path: string; doctors: DoctorCard[] }[];
  initials: { id: string; label: string; doctors: { name: string; path: string; department: string }[] }[];
}

/** Everyone who works here, twice: by department, and by the first letter of the name's pinyin. */
export const doctorIndex: Kind<DoctorIndexView> = {
  paths: () => [indexPath('doctor')],
  view(snapshot) {
    const title = '医生';
    const description = '按科室或姓氏拼音查找医生，查看职称、擅长、出诊时间和停诊安排。';
    return {
      ...pageOf(snapshot, { path: indexPath('doctor'), title, description, way: [{ label: title }] }),
      title,
      departments: byDepartment(snapshot),
      initials: byInitial(snapshot),
    };
  },
};

/** Each with the primary department only, so that a list of everyone names everyone once. */
function byDepartment(snapshot: Snapshot): DoctorIndexView['departments'] {
  return inOrder(snapshot.all('department'))
    .map((unit) => ({
      id: `ke-${unit.slug}`,
      label: unit.name,
      path: itemPath('department', unit.slug),
      doctors: doctorsIn(snapshot, unit)
        .filter(({ departments }) => departments[0] === unit.id)
        .map((doctor) => ({ ...doctorCard(snapshot, doctor), specialties: undefined })),
    }))
    .filter(({ doctors }) => doctors.length > 0);
}

function byInitial(snapshot: Snapshot): DoctorIndexView['initials'] {
  const here = snapshot.all('doctor').filter(({ status }) => status === '在职');
  const sorted = here.sort(
    (a, b) =>
      compareCodeUnits(initialOf(a), initialOf(b)) ||
      compareCodeUnits(a.pinyin ?? '', b.pinyin ?? '') ||
      compareCodeUnits(a.id, b.id),
  );
  return Array.from(Map.groupBy(sorted, initialOf), ([label, doctors]) => ({
    id: initialId(label),
    label,
    doctors: doctors.map(({ name, slug, departments }) => ({
      name,
      path: itemPath('doctor', slug),
      department: snapshot.get('department', departments[0] ?? '')?.name ?? '',
    })),
  }));
}
