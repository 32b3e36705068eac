import { each } from '../layouts/frame.js';

export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const pages = collections.all.map(({ url, data }) => ({ url, day: data.day?.slice(0, 10) }));
  const all = [...pages, ...collections.indexes, ...collections.months];
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${each(all, ({ url, day }) => `<url><loc>https://www.xinglin.example${url}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`)}</urlset>`;
}
