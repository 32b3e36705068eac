/** `GET /xinglin/status/:type/:documentId`: for the edit view's panel, behind the admin's own session. */

import type { Core } from '@strapi/strapi';
import { itemType } from '@xinglin/shared/content/item.js';
import type { HttpContext } from './http.ts';
import { publicationOf } from './publication.ts';
import { readStatus } from './read-status.ts';

export function addStatusRoute(strapi: Core.Strapi): void {
  const handler = async (context: HttpContext) => {
    const type = itemType.safeParse(context.params['type']);
    if (!type.success) return context.notFound('没有这种内容。');
    context.body = await readStatus(publicationOf(strapi), type.data, context.params['documentId'] ?? '');
  };
  strapi.server.routes({
    type: 'admin',
    prefix: '/xinglin',
    routes: [
      {
        method: 'GET',
        path: '/status/:type/:documentId',
        handler: handler as never,
        info: { type: 'admin' } as never,
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
}
