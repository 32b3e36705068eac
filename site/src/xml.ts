/** The XML that machines read: RSS 2.0 and the sitemap. */
import type { FeedView } from './views/feed.ts';
import type { SitemapIndexView, SitemapView } from './views/sitemap.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot carry at all, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text.replace(unspeakable, '').replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** An RSS 2.0 document. */
export function rssXml({ title, description, link, self, items }: FeedView): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', title) + element('link', link) + element('description', description),
    `<language>zh-CN</language><atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(
      (item) =>
        `<item>${element('title', item.title)}${element('link', item.link)}<guid>${escaped(item.link)}</guid>` +
        `${element('pubDate', item.date)}${element('description', item.description)}</item>`,
    ),
    '</channel></rss>\n',
  ].join('\n');
}

/** The sitemap of sitemaps. */
export function sitemapIndexXml({ parts }: SitemapIndexView): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...parts.map((loc) => `<sitemap>${element('loc', loc)}</sitemap>`),
    '</sitemapindex>\n',
  ].join('\n');
}

/** A part of the sitemap. */
export function sitemapXml({ urls }: SitemapView): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map(
      ({ loc, lastmod }) =>
        `<url>${element('loc', loc)}${lastmod === undefined ? '' : element('lastmod', lastmod)}</url>`,
    ),
    '</urlset>\n',
  ].join('\n');
}

/** The answer of an XML endpoint. */
export function xmlResponse(xml: string): Response {
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
