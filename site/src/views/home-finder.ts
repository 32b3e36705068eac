/** The ways from home to a doctor: by department, by the first letter of the name, by campus. */
import { indexPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { initialId, initialsOf } from './initials.ts';
import { type NamedLink, nameLink } from './named.ts';

export interface Finder {
  /** 临床, 医技: where patients go. */
  departments: { label: string; links: NamedLink[] }[];
  /** A to Z, as far as anybody is called so. */
  initials: NamedLink[];
}

export function finderOf(snapshot: Snapshot): Finder {
  const units = inOrder(snapshot.all('department'));
  return {
    departments: (['临床', '医技'] as const)
      .map((category) => ({
        label: `${category}科室`,
        links: units.filter((unit) => unit.category === category).map(nameLink<'department'>),
      }))
      .filter(({ links }) => links.length > 0),
    initials: initialsOf(snapshot).map((letter) => ({
      label: letter,
      path: `${indexPath('doctor')}#${initialId(letter)}`,
    })),
  };
}
