import { notFoundPath } from '@xinglin/shared/paths.js';
import type { Kind } from './kind.ts';
import { type PageView, pageOf } from './page.ts';

/** What a reader gets for an address that never was. */
export const notFound: Kind<PageView> = {
  status: 404,
  paths: () => [notFoundPath],
  view: (snapshot) => pageOf(snapshot, { title: '没有找到这个页面' }),
};
