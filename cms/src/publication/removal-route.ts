/**
 * The office's way to take a page off the site, behind the admin's own session and a permission of its own:
 * `POST /xinglin/removal/:type/:documentId`, and `GET /xinglin/targets?words=` for the pages to redirect to.
 */
import type { Core } from '@strapi/strapi';
import { itemType } from '@xinglin/shared/content/item.js';
import type { HttpContext } from './http.ts';
import { typeNameOf } from './labels.ts';
import { presenters } from './presenters/registry.ts';
import { publicationOf } from './publication.ts';
import { readStatus } from './read-status.ts';
import { type RemovalRequest, removeFromSite } from './removal.ts';
import { type Ability, mayRemove } from './removal-permission.ts';
import { findTargets, isPagedType } from './targets.ts';

export function addRemovalRoutes(strapi: Core.Strapi): void {
  const routes = [
    ['POST', '/removal/:type/:documentId', remove(strapi)],
    ['GET', '/targets', targets(strapi)],
  ] as const;
  strapi.server.routes({
    type: 'admin',
    prefix: '/xinglin',
    routes: routes.map(([method, path, handler]) => ({
      method,
      path,
      handler: handler as never,
      info: { type: 'admin' } as never,
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    })),
  });
}

type AdminContext = HttpContext & { state: { userAbility: Ability }; forbidden(message: string): void };

const remove = (strapi: Core.Strapi) => async (context: AdminContext) => {
  const type = itemType.safeParse(context.params['type']);
  const id = context.params['documentId'] ?? '';
  if (!type.success || !isPagedType(type.data)) {
    return context.notFound('这种内容没有自己的网页，不能撤稿或转移。');
  }
  const { uid } = presenters[type.data];
  if (!(await mayRemove(strapi, context.state.userAbility, uid, id))) {
    const typeName = typeNameOf(strapi, uid);
    return context.forbidden(`你没有这条${typeName}的撤稿与转移权限，请找系统管理员开通。`);
  }
  const publication = publicationOf(strapi);
  await removeFromSite(publication, type.data, id, (context.request.body ?? {}) as RemovalRequest);
  context.body = await readStatus(publication, type.data, id);
};

const targets = (strapi: Core.Strapi) => async (context: AdminContext) => {
  const { words } = context.query;
  context.body = await findTargets(publicationOf(strapi), typeof words === 'string' ? words : '');
};
