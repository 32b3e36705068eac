import type { APIRoute } from 'astro';
import { rssXml } from '../../../rss-xml.ts';
import { staticPaths, viewOf } from '../../../stock.ts';
import type { FeedView } from '../../../views/feed.ts';
import { xmlResponse } from '../../../xml.ts';

export const getStaticPaths = staticPaths('series-feed', 'moved-feed');

export const GET: APIRoute = (context) => xmlResponse(rssXml(viewOf<FeedView>(context)));
