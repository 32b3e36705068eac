import { gonePath } from '@xinglin/shared/paths.js';
import type { Kind } from './kind.ts';
import { type PageView, pageOf } from './page.ts';

/** What a reader gets for an address whose content was taken off the site for good. */
export const gone: Kind<PageView> = {
  status: 410,
  paths: () => [gonePath],
  view: (snapshot) => pageOf(snapshot, { title: '内容已下线' }),
};
