import { siteStylePath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { siteStyleCss } from '../site-style.ts';
import { viewOf } from '../stock.ts';
import type { SiteStyleView } from '../views/site-style.ts';

export const GET: APIRoute = (context) =>
  new Response(siteStyleCss(viewOf<SiteStyleView>(context, siteStylePath)), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
