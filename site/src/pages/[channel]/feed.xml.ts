import type { APIRoute } from 'astro';
import { staticPaths, viewOf } from '../../stock.ts';
import type { FeedView } from '../../views/feed.ts';
import { rssXml, xmlResponse } from '../../xml.ts';

export const getStaticPaths = staticPaths('channel-feed', 'moved-feed');

export const GET: APIRoute = (context) => xmlResponse(rssXml(viewOf<FeedView>(context)));
