import { rssPath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { rssXml } from '../rss-xml.ts';
import { viewOf } from '../stock.ts';
import type { FeedView } from '../views/feed.ts';
import { xmlResponse } from '../xml.ts';

export const GET: APIRoute = (context) => xmlResponse(rssXml(viewOf<FeedView>(context, rssPath)));
