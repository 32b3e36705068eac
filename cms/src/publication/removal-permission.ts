/** Who may take documents off the site: a permission of its own, granted by role and type like 发布. */
import type { Core } from '@strapi/strapi';
import { itemTypes } from '@xinglin/shared/content/item.js';
import { presenters } from './presenters/registry.ts';
import { isPagedType } from './targets.ts';

/** The edit view's action (`src/admin/panels/removal`) asks for it by this name too. */
export const removalAction = 'api::publication.remove';

/** What a signed-in person may do, as Strapi hands it over. */
export interface Ability {
  can(action: string, subject: unknown): boolean;
}

interface PermissionServices {
  actionProvider: { register(action: object): void };
  createPermissionsManager(of: { ability: Ability; action: string; model: string }): {
    toSubject(entity: object): unknown;
  };
}

const services = (strapi: Core.Strapi) =>
  strapi.service('admin::permission') as unknown as PermissionServices;

/** Makes the permission known, so that the roles' page offers it. Before Strapi gives its roles their own. */
export function registerRemovalPermission(strapi: Core.Strapi): void {
  services(strapi).actionProvider.register({
    section: 'contentTypes',
    uid: removalAction.slice('api::'.length),
    displayName: '撤稿与转移',
    subjects: itemTypes.filter(isPagedType).map((type) => presenters[type].uid),
  });
}

/** Whether a person may remove this very document: a role's permission can be limited to one's own. */
export async function mayRemove(
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  documentId: string,
): Promise<boolean> {
  if (!ability.can(removalAction, uid)) return false;
  const document = await strapi.db
    .query(uid as never)
    .findOne({ where: { documentId }, populate: { createdBy: { populate: { roles: true } } } } as never);
  if (document === null) return true;
  const manager = services(strapi).createPermissionsManager({ ability, action: removalAction, model: uid });
  return ability.can(removalAction, manager.toSubject(document));
}
