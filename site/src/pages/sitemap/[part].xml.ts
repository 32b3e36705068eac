import type { APIRoute } from 'astro';
import { newsSitemapXml, sitemapXml } from '../../sitemap-xml.ts';
import { staticPaths, viewOf } from '../../stock.ts';
import type { SitemapView } from '../../views/sitemap.ts';
import type { NewsSitemapView } from '../../views/sitemap-news.ts';
import { xmlResponse } from '../../xml.ts';

export const getStaticPaths = staticPaths('sitemap-part', 'sitemap-news');

export const GET: APIRoute = (context) => {
  const view = viewOf<SitemapView | NewsSitemapView>(context);
  return xmlResponse('urls' in view ? sitemapXml(view) : newsSitemapXml(view));
};
