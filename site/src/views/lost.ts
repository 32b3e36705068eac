/** The pages that stand in for one that is not there: nothing of the address is known, so everything helps. */
import { gonePath, notFoundPath } from '@xinglin/shared/paths.js';
import { type Errand, errandsOf } from './errands.ts';
import type { Kind } from './kind.ts';
import { type PageView, pageOf } from './page.ts';

export interface LostView extends PageView {
  title: string;
  errands: Errand[];
}

/** What a reader gets for an address that never was. */
export const notFound = standIn(404, notFoundPath, '没有找到这个页面');

/** What a reader gets for an address whose content was taken off the site for good. */
export const gone = standIn(410, gonePath, '内容已下线');

function standIn(status: 404 | 410, path: string, title: string): Kind<LostView> {
  return {
    status,
    paths: () => [path],
    view: (snapshot) => ({ ...pageOf(snapshot, { title }), title, errands: errandsOf(snapshot) }),
  };
}
