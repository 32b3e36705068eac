import { feed } from './feeds.11ty.js';

export const data = { permalink: '/rss.xml', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  return feed('杏林医院', '/', collections.newest);
}
