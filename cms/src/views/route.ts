/**
 * Views for the office, behind the admin's own session: `GET /xinglin/views/:documentId` of an article, and
 * `GET /xinglin/views?month=2026-11&channel=…`.
 */
import type { Core } from '@strapi/strapi';
import { documentId } from '@xinglin/shared/content/common.js';
import type { HttpContext } from '../publication/http.ts';
import { publicationOf } from '../publication/publication.ts';
import { articleViews, monthViews } from './report.ts';

export function addViewRoutes(strapi: Core.Strapi): void {
  const routes = [
    ['/views/:documentId', ofArticle(strapi)],
    ['/views', ofMonth(strapi)],
  ] as const;
  strapi.server.routes({
    type: 'admin',
    prefix: '/xinglin',
    routes: routes.map(([path, handler]) => ({
      method: 'GET',
      path,
      handler: handler as never,
      info: { type: 'admin' } as never,
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    })),
  });
}

const ofArticle = (strapi: Core.Strapi) => async (context: HttpContext) => {
  const id = documentId.safeParse(context.params['documentId']);
  if (!id.success) return context.notFound('没有这篇文章。');
  context.body = await articleViews(strapi.db.connection, id.data, publicationOf(strapi).now());
};

const ofMonth = (strapi: Core.Strapi) => async (context: HttpContext) => {
  const { month = thisMonth(publicationOf(strapi).now()), channel } = context.query;
  if (typeof month !== 'string' || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    return context.badRequest('月份要写成 2026-11 这样。');
  const asked = documentId.optional().safeParse(channel);
  if (!asked.success) return context.badRequest('没有这个栏目。');
  context.body = await monthViews(strapi.db.connection, month, asked.data);
};

/** Of the hospital's clock. */
function thisMonth(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
}
