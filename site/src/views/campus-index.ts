import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { bodyHtml } from './body.ts';
import { inOrder } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type PlaceOnEarth, placeOf } from './maps.ts';
import { type PageView, pageOf } from './page.ts';

export interface CampusIndexView extends PageView {
  title: string;
  campuses: {
    name: string;
    path: string;
    address?: string;
    phone?: string;
    place?: PlaceOnEarth;
    transportHtml?: string;
  }[];
}

/** All campuses, each with the way there: what a patient on the phone looks for. */
export const campusIndex: Kind<CampusIndexView> = {
  paths: () => [indexPath('campus')],
  view(snapshot) {
    const title = '院区与交通';
    const description = '各院区的地址、电话、交通路线和开设科室。';
    return {
      ...pageOf(snapshot, { path: indexPath('campus'), title, description, way: [{ label: title }] }),
      title,
      campuses: inOrder(snapshot.all('campus')).map((campus) => ({
        name: campus.name,
        path: itemPath('campus', campus.slug),
        address: campus.address,
        phone: campus.phone,
        place: placeOf(campus),
        transportHtml: bodyHtml(snapshot, campus.transport, { base: 3, prefix: campus.slug }),
      })),
    };
  },
};
