import { each, text } from '../layouts/frame.js';

export const data = {
  pagination: { data: 'collections.feeds', size: 1, alias: 'shown' },
  permalink: ({ shown }) => `${shown.list.url}feed.xml`,
  eleventyExcludeFromCollections: true,
};

export function feed(title, url, pages) {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${text(title)}</title><link>https://www.xinglin.example${url}</link>${each(pages, (page) => `<item><title>${text(page.data.title)}</title><link>https://www.xinglin.example${page.url}</link><description>${text(page.data.description)}</description><pubDate>${page.date.toUTCString()}</pubDate></item>`)}</channel></rss>`;
}

export function render({ shown: { list, entries } }) {
  return feed(list.title, list.url, entries);
}
