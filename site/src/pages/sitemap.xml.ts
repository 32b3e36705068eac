import { sitemapPath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { sitemapIndexXml } from '../sitemap-xml.ts';
import { viewOf } from '../stock.ts';
import type { SitemapIndexView } from '../views/sitemap.ts';
import { xmlResponse } from '../xml.ts';

export const GET: APIRoute = (context) =>
  xmlResponse(sitemapIndexXml(viewOf<SitemapIndexView>(context, sitemapPath)));
