import { each, entries, entryOf, frame, text } from '../layouts/frame.js';

export const data = {
  pagination: { data: 'collections.indexes', size: 1, alias: 'shown', addAllPagesToCollections: false },
  permalink: ({ shown }) => `${shown.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ shown: { url, title, months, entries: pages } }) {
  const years = Object.entries(Object.groupBy(months, (month) => month.slice(0, 4)));
  const monthLink = (month) =>
    `<li><a href="${url}${month.replace('-', '/')}/">${Number(month.slice(5))}月</a></li>`;
  return frame(
    { title: `${title} - 杏林医院`, url, crumbs: [{ label: '首页', path: '/' }, { label: title }] },
    `<h1 class="page-title">${text(title)}</h1>${entries(pages.map(entryOf(true)))}<section class="months" aria-label="按月份"><h2>按月份</h2><dl>${each(years, ([year, some]) => `<dt>${year}年</dt><dd><ul>${each(some, monthLink)}</ul></dd>`)}</dl></section>`,
  );
}
