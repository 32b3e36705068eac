import { sitemapPath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { viewOf } from '../stock.ts';
import type { SitemapIndexView } from '../views/sitemap.ts';
import { sitemapIndexXml, xmlResponse } from '../xml.ts';

export const GET: APIRoute = (context) =>
  xmlResponse(sitemapIndexXml(viewOf<SitemapIndexView>(context, sitemapPath)));
