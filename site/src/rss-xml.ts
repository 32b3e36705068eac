/** RSS 2.0 (rssboard.org/rss-specification), with Atom's link to itself, Dublin Core's days and Media RSS's pictures. */
import type { FeedItem, FeedView } from './views/feed.ts';
import { element, escaped, xmlHead } from './xml.ts';

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** An RSS 2.0 document. */
export function rssXml({ title, description, link, self, items }: FeedView): string {
  return [
    xmlHead,
    `<rss version="2.0" ${namespaces}><channel>`,
    element('title', title) + element('link', link) + element('description', description),
    `<language>zh-CN</language><atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(itemXml),
    '</channel></rss>\n',
  ].join('\n');
}

function itemXml({ guid, title, link, description, date, picture }: FeedItem): string {
  return [
    '<item>',
    element('title', title),
    element('link', link),
    `<guid isPermaLink="false">${escaped(guid)}</guid>`,
    // RSS's own date needs an hour; where none is known, the day alone is told.
    'minute' in date ? element('pubDate', date.minute) : element('dc:date', date.day),
    element('description', description),
    // An enclosure needs its length in bytes, which is known only once the picture was made.
    picture === undefined ? '' : `<media:content url="${escaped(picture)}" medium="image"/>`,
    '</item>',
  ].join('');
}
