import { sitemapPath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { viewOf } from '../stock.ts';
import type { SitemapView } from '../views/sitemap.ts';
import { sitemapXml, xmlResponse } from '../xml.ts';

export const GET: APIRoute = (context) => xmlResponse(sitemapXml(viewOf<SitemapView>(context, sitemapPath)));
