/** Eleventy's side of `pnpm bench peers`: JavaScript templates, its fastest; lists made by the tool itself. */
import lists from './lists.json' with { type: 'json' };

const indexSize = 20;
const monthSize = 50;

/** Pages of a list's months and their entries, from the pages that name the list. */
function byKey(pages) {
  const found = new Map(lists.map((list) => [list.key, []]));
  for (const page of pages) for (const key of page.data.lists ?? []) found.get(key)?.push(page);
  return found;
}

function* monthPages(list, pages) {
  const months = Map.groupBy(pages, ({ data }) => data.day.slice(0, 7));
  for (const [month, items] of months) {
    const count = Math.ceil(items.length / monthSize);
    for (let page = 1; page <= count; page += 1) {
      yield {
        url: `${list.url}${month.replace('-', '/')}/${page === 1 ? '' : `${page}/`}`,
        list,
        title: `${list.title} ${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
        entries: items.slice((page - 1) * monthSize, page * monthSize),
      };
    }
  }
}

export default function (config) {
  let sorted;
  const grouped = (api) => {
    sorted ??= byKey(
      api
        .getAll()
        .filter(({ data }) => data.day !== undefined)
        .sort((a, b) => (a.data.day < b.data.day ? 1 : -1)),
    );
    return sorted;
  };
  config.on('eleventy.before', () => {
    sorted = undefined;
  });
  config.addCollection('indexes', (api) =>
    lists.map((list) => {
      const pages = grouped(api).get(list.key) ?? [];
      const months = [...new Set(pages.map(({ data }) => data.day.slice(0, 7)))];
      return { url: list.url, list, title: list.title, months, entries: pages.slice(0, indexSize) };
    }),
  );
  config.addCollection('months', (api) =>
    lists.flatMap((list) => [...monthPages(list, grouped(api).get(list.key) ?? [])]),
  );
  config.addCollection('feeds', (api) =>
    lists
      .filter(({ feed }) => feed)
      .map((list) => ({ list, entries: (grouped(api).get(list.key) ?? []).slice(0, indexSize) })),
  );
  config.addCollection('newest', (api) => (grouped(api).get('news') ?? []).slice(0, indexSize));
  return {
    dir: { input: 'content', output: 'dist', includes: '../layouts', data: '../data' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
