import type { Disease } from '@xinglin/shared/content/disease.js';
import { indexPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';

export interface DiseaseIndexView extends PageView {
  title: string;
  groups: { label: string; path?: string; diseases: NamedLink[] }[];
}

/** All diseases, each with the first department that treats it. */
export const diseaseIndex: Kind<DiseaseIndexView> = {
  paths: () => [indexPath('disease')],
  view(snapshot) {
    const title = '疾病';
    const description = '常见疾病的介绍、就诊科室和相关医生。';
    const all = snapshot.all('disease');
    const units = inOrder(snapshot.all('department'));
    const groups = [
      ...units.map((unit) => ({ id: unit.id, ...nameLink<'department'>(unit) })),
      { id: undefined, label: '其他', path: undefined },
    ];
    return {
      ...pageOf(snapshot, { path: indexPath('disease'), title, description, way: [{ label: title }] }),
      title,
      groups: groups
        .map(({ id, label, path }) => ({
          label,
          path,
          diseases: all.filter((one) => firstUnit(snapshot, one) === id).map(nameLink<'disease'>),
        }))
        .filter(({ diseases }) => diseases.length > 0),
    };
  },
};

function firstUnit(snapshot: Snapshot, { departments }: Disease): string | undefined {
  return departments.find((id) => snapshot.get('department', id) !== undefined);
}
