/** Sitemaps (sitemaps.org), with Google's extensions for images and news. */
import type { SitemapIndexView, SitemapView } from './views/sitemap.ts';
import type { NewsSitemapView } from './views/sitemap-news.ts';
import { element, xmlHead } from './xml.ts';

const sitemaps = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const image = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

/** The sitemap of sitemaps. */
export function sitemapIndexXml({ parts }: SitemapIndexView): string {
  return [
    xmlHead,
    `<sitemapindex ${sitemaps}>`,
    ...parts.map(
      ({ loc, lastmod }) => `<sitemap>${element('loc', loc)}${element('lastmod', lastmod)}</sitemap>`,
    ),
    '</sitemapindex>\n',
  ].join('\n');
}

/** A part of the sitemap. */
export function sitemapXml({ urls }: SitemapView): string {
  return [
    xmlHead,
    `<urlset ${sitemaps} ${image}>`,
    ...urls.map(({ loc, lastmod, images }) => {
      const pictures = images.map((src) => `<image:image>${element('image:loc', src)}</image:image>`);
      return `<url>${element('loc', loc)}${element('lastmod', lastmod)}${pictures.join('')}</url>`;
    }),
    '</urlset>\n',
  ].join('\n');
}

/** The sitemap of news. */
export function newsSitemapXml({ name, articles }: NewsSitemapView): string {
  const publication = `<news:publication>${element('news:name', name)}<news:language>zh-cn</news:language></news:publication>`;
  return [
    xmlHead,
    `<urlset ${sitemaps} ${news}>`,
    ...articles.map(
      ({ loc, title, date }) =>
        `<url>${element('loc', loc)}<news:news>${publication}${element('news:publication_date', date)}` +
        `${element('news:title', title)}</news:news></url>`,
    ),
    '</urlset>\n',
  ].join('\n');
}
