/** The benchmarks' corpus: it keeps the contract, repeats itself, and has the shape that the figures assume. */
import { schemas } from '@xinglin/shared/content/item.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { describe, expect, test } from 'vitest';
import { corpus, loadCorpus } from '../rigs/corpus.ts';
import { countedArticles } from '../rigs/corpus-article.ts';
import { countedDepartment } from '../rigs/corpus-places.ts';

const size = { articles: 1000, pictures: 20 };
const items = [...corpus(size)];
const articles = items.filter((item) => item.type === 'article');

describe('the corpus', () => {
  test('keeps the contract with every item, each under an id and a slug of its own', () => {
    const problems = items.flatMap((item) => schemas[item.type].safeParse(item).error?.issues ?? []);
    expect(problems).toEqual([]);
    expect(new Set(items.map(({ type, id }) => `${type} ${id}`)).size).toBe(items.length);
    const slugs = items.flatMap((item) => ('slug' in item ? [`${item.type} ${item.slug}`] : []));
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test('is the same every time', () => {
    expect([...corpus(size)]).toEqual(items);
  });

  test('has bodies of about 2,500 characters, one to three sources, and days over ten years', () => {
    expect(articles).toHaveLength(1000);
    const mean = articles.reduce((sum, { body }) => sum + body.length, 0) / articles.length;
    expect(mean).toBeGreaterThan(2350);
    expect(mean).toBeLessThan(2650);
    expect(new Set(articles.map(({ sources }) => sources.length))).toEqual(new Set([1, 2, 3]));
    const days = articles.map(({ publishedOn }) => publishedOn);
    expect(days).toEqual(days.toSorted());
    expect([days[0], days.at(-1)?.slice(0, 7)]).toEqual(['2016-11-01', '2026-10']);
  });

  test('has one department that exactly so many articles come from, at every size', () => {
    for (const articles of [1000, 2500]) {
      const named = [...corpus({ articles })].filter(
        (item) =>
          item.type === 'article' &&
          item.sources.some((source) => source.kind === '科室' && source.department === countedDepartment),
      );
      expect(named).toHaveLength(countedArticles);
    }
  });

  test('uses some tags very much more often than others', () => {
    const uses = Map.groupBy(
      articles.flatMap(({ tags }) => tags),
      (id) => id,
    );
    const counts = [...uses.values()].map(({ length }) => length).sort((a, b) => b - a);
    expect(counts.length).toBeGreaterThan(200);
    expect(counts[0]).toBeGreaterThan(20 * (counts[150] as number));
  });

  test('loads into a snapshot, each item under a revision of its own', () => {
    const snapshot = openSnapshot(':memory:', { readOnly: false });
    expect(loadCorpus(snapshot, size)).toBe(items.length);
    expect([snapshot.count(), snapshot.revision]).toEqual([items.length, items.length]);
    expect(snapshot.get('article', 'article7')).toEqual(articles[6]);
    snapshot.close();
  });
});
