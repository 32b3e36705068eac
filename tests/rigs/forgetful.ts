/**
 * Ways to forget one rule of `affected`: by a snapshot that keeps one kind of answer to itself, by a delta that
 * tells half, or by an answer with a hole.
 */
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import type { Delta } from '@xinglin/shared/delta.js';
import type { ListQuery, NamingOptions, Snapshot } from '@xinglin/shared/snapshot.js';

type Affected = (snapshot: Snapshot, delta: Delta) => Iterable<string>;
export type Forget = (affected: Affected) => Affected;

/** Each by what it forgets. */
export const mutants: Readonly<Record<string, Forget>> = {
  'what an item was before': (affected) => (snapshot, delta) =>
    affected(
      snapshot,
      delta.map((change) => ({ ...change, before: undefined })),
    ),
  'who links to an address': lying(() => ({ linking: () => [] })),
  'where a removed item sends its readers': lying(() => ({ tombstone: () => undefined })),
  'lists below a former address': lying(() => ({ formerHolders: () => [] })),
  'months next to one that appears': lying(() => ({ months: () => [], monthsOf: () => [] })),
  'the place in a month': lying(() => ({ countNaming: (_query, _month, before) => (before ? 9999 : 60) })),
  'newer articles that show an older one': asked(
    (_query, { after, limit }) => after !== undefined && (limit ?? 0) > 1,
  ),
  'newer articles of a department': newer('department'),
  'newer articles on a disease': newer('disease'),
  'newer articles that name a doctor': newer('doctor'),
  'the next article in the channel': asked(
    (_query, options) => options.before !== undefined && options.limit === 1,
  ),
  'articles of a department between two answers': betweenTwo('department'),
  'articles on a doctor between two answers': betweenTwo('doctor'),
  'the tag that an article carries': gone('tag'),
  'the series that an article is of': gone('series'),
  'the doctor that an article names': gone('doctor'),
  'the department that an article is from': gone('department'),
  'the campus of a department': gone('campus'),
  'the disease of a department': gone('disease'),
  'what is above a channel': lying((snapshot) => ({
    get: ((type: ItemType, id: string) => {
      const item = snapshot.get(type, id) as Item | undefined;
      return item?.type === 'channel' ? { ...item, parent: undefined } : item;
    }) as Snapshot['get'],
  })),
  'what is below a channel': between('channel', 'channel'),
  'whether a channel holds anything': lying((snapshot) => ({
    slugsNaming: (query, options) =>
      query.owner.type === 'channel' && options?.limit !== undefined && options.after === undefined
        ? Array(9).fill({ id: '', slug: '' })
        : snapshot.slugsNaming(query, options),
  })),
  'articles of a channel': asked(
    ({ owner, type }, { limit }) => owner.type === 'channel' && type === 'article' && limit === undefined,
  ),
  'other pages of a channel': between('channel', 'page'),
  'articles of a tag': between('tag', 'article', { whole: true }),
  'the label that a series gives': lying((snapshot) => ({
    naming: ((query: ListQuery & { type: ItemType }, options?: NamingOptions) =>
      query.owner.type === 'series' ? [] : snapshot.naming(query, options)) as Snapshot['naming'],
  })),
  'the catalogue that lists a page of a department': lying((snapshot) => ({
    naming: ((query: ListQuery & { type: ItemType }, options?: NamingOptions) =>
      query.owner.type === 'department' && query.type === 'page'
        ? []
        : snapshot.naming(query, options)) as Snapshot['naming'],
  })),
  'lists that show a cover': rel('cover'),
  'lists that show a doctor’s photo': rel('photo'),
  'texts that show a picture': between('media', 'article'),
  'articles that name an article': between('article', 'article'),
  'topics that name an article': between('article', 'topic'),
  'topics that name a video': between('video', 'topic'),
  'topics that name a consultation': between('consultation', 'topic'),
  'topics that name a disease': between('disease', 'topic'),
  'articles of a department': between('department', 'article', { whole: true }),
  'doctors of a department': between('department', 'doctor'),
  'articles that name a doctor': between('doctor', 'article', { whole: true }),
  'articles that name a disease': between('disease', 'article'),
  'articles that name a video': between('video', 'article'),
  'articles that name a consultation': between('consultation', 'article'),
  'departments that treat a disease': between('disease', 'department'),
  'doctors who see patients on a campus': between('campus', 'doctor'),
  '停诊 that name a doctor': between('doctor', 'notice'),
  '停诊 that name a department': between('department', 'notice'),
  '停诊 that name a campus': between('campus', 'notice'),
  'who holds clinic there': rel('clinic'),
  'departments on a campus': rel('campuses'),
  'the list of all doctors': hole(/^\/doctors\/$/),
  'the feeds of channels': hole(/^\/[\w-]+\/feed\.xml$/),
  'the feeds of departments': hole(/^\/departments\/[\w-]+\/feed\.xml$/),
  'the feeds of series': hole(/^\/series\/[\w-]+\/feed\.xml$/),
  'the page of all feeds': hole(/^\/rss\/$/),
  'the map of the site': hole(/^\/sitemap\/$/),
  'the pages for the lost': hole(/^\/4(?:04|10)\.html$/),
  'the sitemap of news': hole(/^\/sitemap\/latest-news\.xml$/),
  'the index of the sitemap': hole(/^\/sitemap\.xml$/),
  'the feed of the site': hole(/^\/rss\.xml$/),
  'parts of the sitemap': hole(/^\/sitemap\/[a-z]+-\d/),
  'the sitemap of what has no date': hole(/^\/sitemap\/undated/),
  'the list of all tags': hole(/^\/tags\/$/),
  home: hole(/^\/$/),
};

/** A snapshot with other answers. */
function lying(answers: (snapshot: Snapshot) => Partial<Snapshot>): Forget {
  return (affected) => (snapshot, delta) => {
    const others = answers(snapshot);
    const liar = new Proxy(snapshot, {
      get(target, key) {
        const value = Reflect.get(key in others ? others : target, key, target) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    return affected(liar, delta);
  };
}

/** No answer to some questions about who names whom. */
function asked(silent: (query: ListQuery, options: NamingOptions) => boolean): Forget {
  return lying((snapshot) => ({
    slugsNaming: (query, options = {}) =>
      silent(query, options) ? [] : snapshot.slugsNaming(query, options),
    naming: ((query: ListQuery & { type: ItemType }, options: NamingOptions = {}) =>
      silent(query, options) ? [] : snapshot.naming(query, options)) as Snapshot['naming'],
  }));
}

/** Nobody of a type names anyone of another; `whole` where only questions about all of them stay unanswered. */
function between(owner: ItemType, type: ItemType, { whole = false } = {}): Forget {
  return asked(
    (query, { limit, after }) =>
      query.owner.type === owner &&
      query.type === type &&
      (!whole || (limit === undefined && after === undefined)),
  );
}

/** Nobody shows older articles of the same list. */
function newer(owner: ItemType): Forget {
  return asked(
    (query, { after, limit }) =>
      query.owner.type === owner && query.type === 'article' && after !== undefined && limit !== undefined,
  );
}

/** No article shows older answers or videos of an owner. */
function betweenTwo(owner: ItemType): Forget {
  return asked(
    (query, { after, limit }) => query.owner.type === owner && after !== undefined && limit === undefined,
  );
}

function rel(name: string): Forget {
  return asked(({ rels }) => rels?.length === 1 && rels[0] === name);
}

/** No item of a type is found by its id. */
function gone(type: ItemType): Forget {
  return lying((snapshot) => ({
    get: ((of: ItemType, id: string) => (of === type ? undefined : snapshot.get(of, id))) as Snapshot['get'],
  }));
}

function hole(paths: RegExp): Forget {
  return (affected) => (snapshot, delta) =>
    [...affected(snapshot, delta)].filter((path) => !paths.test(path));
}
