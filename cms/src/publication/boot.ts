/** The publication's two moments of a boot. */
import type { Core } from '@strapi/strapi';
import { wrapLibrary } from './media/library.ts';
import { reconcileLibrary } from './media/reconcile.ts';
import { publicationMiddleware } from './middleware.ts';
import { publicationOf } from './publication.ts';
import { registerRemovalPermission } from './removal-permission.ts';
import { addRemovalRoutes } from './removal-route.ts';
import { representAll } from './represent.ts';
import { startScheduler } from './scheduler.ts';
import { addStatusRoute } from './status-route.ts';
import { makeTables } from './tables.ts';

/** Before the database: the gate, the routes, and the permission that they ask for. */
export function registerPublication(strapi: Core.Strapi): void {
  strapi.documents.use(publicationMiddleware(publicationOf(strapi)));
  addStatusRoute(strapi);
  registerRemovalPermission(strapi);
  addRemovalRoutes(strapi);
}

/** With the database, before anything creates documents: tables, the library, and all that may have changed. */
export async function bootPublication(strapi: Core.Strapi): Promise<void> {
  const publication = publicationOf(strapi);
  await makeTables(strapi);
  wrapLibrary(publication);
  await reconcileLibrary(publication);
  await representAll(publication);
  startScheduler(publication);
}
