import { rssPath } from '@xinglin/shared/paths.js';
import type { APIRoute } from 'astro';
import { viewOf } from '../stock.ts';
import type { FeedView } from '../views/feed.ts';
import { rssXml, xmlResponse } from '../xml.ts';

export const GET: APIRoute = (context) => xmlResponse(rssXml(viewOf<FeedView>(context, rssPath)));
