import type { APIRoute } from 'astro';
import { staticPaths, viewOf } from '../../stock.ts';
import type { SitemapView } from '../../views/sitemap.ts';
import { sitemapXml, xmlResponse } from '../../xml.ts';

export const getStaticPaths = staticPaths('sitemap-part');

export const GET: APIRoute = (context) => xmlResponse(sitemapXml(viewOf<SitemapView>(context)));
