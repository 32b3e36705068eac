import { entries, entryOf, frame, text } from '../layouts/frame.js';

export const data = {
  pagination: { data: 'collections.months', size: 1, alias: 'shown', addAllPagesToCollections: false },
  permalink: ({ shown }) => `${shown.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ shown: { url, list, title, entries: pages } }) {
  return frame(
    {
      title: `${title} - 杏林医院`,
      url,
      crumbs: [{ label: '首页', path: '/' }, { label: list.title, path: list.url }, { label: title }],
    },
    `<h1 class="page-title">${text(title)}</h1>${entries(pages.map(entryOf(false)))}<nav class="month-steps" aria-label="其他月份"><a href="${list.url}">${text(list.title)}</a></nav>`,
  );
}
