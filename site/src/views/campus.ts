/** A campus: where it is, how to get there, what is there. */
import type { Campus } from '@xinglin/shared/content/campus.js';
import { type Department, departmentCategory } from '@xinglin/shared/content/department.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { type Picture, pictureOf } from '@xinglin/shared/pictures.js';
import { bodyHtml, excerptOf } from './body.ts';
import { inOrder } from './channel-tree.ts';
import { type CampusClinic, campusClinics } from './clinics.ts';
import { itemPages, type Kind } from './kind.ts';
import { type PlaceOnEarth, placeOf } from './maps.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { type SuspensionView, suspensionsOf } from './suspensions.ts';

export interface CampusView extends PageView {
  name: string;
  address?: string;
  phone?: string;
  photo?: Picture;
  introHtml?: string;
  transportHtml?: string;
  place?: PlaceOnEarth;
  suspensions: SuspensionView[];
  clinics: CampusClinic[];
  departments: { category: string; links: NamedLink[] }[];
}

export const campus: Kind<CampusView> = {
  ...itemPages('campus'),
  view(snapshot, place) {
    const found = snapshot.bySlug('campus', place.slug);
    if (found === undefined) return undefined;
    const photo = found.photo === undefined ? undefined : pictureOf(snapshot.get('media', found.photo));
    const units = snapshot.naming({ owner: found, type: 'department', rels: ['campuses'] });
    return {
      ...pageOf(snapshot, {
        path: itemPath('campus', found.slug),
        title: found.name,
        description: found.intro === undefined ? whereabouts(found) : excerptOf(found.intro),
        picture: photo,
        way: [{ label: '院区与交通', path: indexPath('campus') }, { label: found.name }],
      }),
      name: found.name,
      address: found.address,
      phone: found.phone,
      photo,
      place: placeOf(found),
      introHtml: bodyHtml(snapshot, found.intro, { base: 3, prefix: 'jie-shao' }),
      transportHtml: bodyHtml(snapshot, found.transport, { base: 3, prefix: 'jiao-tong' }),
      suspensions: suspensionsOf(snapshot, found),
      clinics: campusClinics(snapshot, found),
      departments: byCategory(units),
    };
  },
};

function byCategory(units: readonly Department[]): CampusView['departments'] {
  return departmentCategory.options
    .map((category) => ({
      category: `${category}科室`,
      links: inOrder(units.filter((unit) => unit.category === category)).map(nameLink<'department'>),
    }))
    .filter(({ links }) => links.length > 0);
}

/** What a search engine shows of a campus that nobody described. */
function whereabouts({ name, address, phone }: Campus): string | undefined {
  const facts = [address, phone && `电话 ${phone}`].filter((fact) => fact !== undefined);
  return facts.length === 0 ? undefined : `${name}：${facts.join('，')}。`;
}
