import { type Department, departmentCategory } from '@xinglin/shared/content/department.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type NamedLink, nameLink, nameLinks } from './named.ts';
import { type PageView, pageOf } from './page.ts';

export interface DepartmentListed extends NamedLink {
  location?: string;
  phone?: string;
  campuses: string[];
  parts: NamedLink[];
}

export interface DepartmentIndexView extends PageView {
  title: string;
  groups: { category: string; departments: DepartmentListed[] }[];
}

/** All departments by 类别; those that are part of another stand with it. */
export const departmentIndex: Kind<DepartmentIndexView> = {
  paths: () => [indexPath('department')],
  view(snapshot) {
    const title = '科室';
    const description = '全部科室的院区、位置、电话和出诊医生。';
    const all = inOrder(snapshot.all('department'));
    const tops = all.filter(({ parent }) => parent === undefined || !snapshot.get('department', parent));
    return {
      ...pageOf(snapshot, { path: indexPath('department'), title, description, way: [{ label: title }] }),
      title,
      groups: departmentCategory.options
        .map((category) => ({
          category: `${category}科室`,
          departments: tops
            .filter((unit) => unit.category === category)
            .map((unit) => listed(snapshot, unit, all)),
        }))
        .filter(({ departments }) => departments.length > 0),
    };
  },
};

function listed(snapshot: Snapshot, unit: Department, all: readonly Department[]): DepartmentListed {
  return {
    label: unit.name,
    path: itemPath('department', unit.slug),
    location: unit.location,
    phone: unit.phone,
    campuses: nameLinks(snapshot, 'campus', unit.campuses).map(({ label }) => label),
    parts: all.filter(({ parent }) => parent === unit.id).map(nameLink<'department'>),
  };
}
