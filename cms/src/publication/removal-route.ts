/**
 * The office's way to take a page off the site, behind the admin's own session and a permission of its own:
 * `GET` and `POST /xinglin/removal/:type/:documentId`, `GET /xinglin/targets?words=`.
 */
import type { Core } from '@strapi/strapi';
import { itemType } from '@xinglin/shared/content/item.js';
import type { PagedType } from '@xinglin/shared/paths.js';
import type { PublicationStatus } from './answer.ts';
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
    ['GET', '/removal/:type/:documentId', read(strapi)],
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

/** Answers where the one who asks may remove the document that the address names. */
const onOne =
  (strapi: Core.Strapi, answer: (type: PagedType, id: string, body: unknown) => Promise<PublicationStatus>) =>
  async (context: AdminContext) => {
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
    context.body = await answer(type.data, id, context.request.body);
  };

const read = (strapi: Core.Strapi) =>
  onOne(strapi, (type, id) => readStatus(publicationOf(strapi), type, id));

const remove = (strapi: Core.Strapi) =>
  onOne(strapi, async (type, id, body) => {
    const publication = publicationOf(strapi);
    await removeFromSite(publication, type, id, (body ?? {}) as RemovalRequest);
    return readStatus(publication, type, id);
  });

const targets = (strapi: Core.Strapi) => async (context: AdminContext) => {
  const { words } = context.query;
  context.body = await findTargets(publicationOf(strapi), typeof words === 'string' ? words : '');
};
