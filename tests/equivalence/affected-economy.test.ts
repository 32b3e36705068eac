/** Law 3's other half: what is named follows from what changed, however much there is. */
import type { Item, ItemOf } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import type { Renderer } from '@xinglin/shared/renderer.js';
import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { root } from '../../scripts/settings.ts';
import { corpusEpoch, loadCorpus } from '../rigs/corpus.ts';

let renderer: Renderer;
let snapshot: WritableSnapshot;
beforeAll(async () => {
  ({ renderer } = await loadBundle(root));
  snapshot = openSnapshot(':memory:', { readOnly: false });
  loadCorpus(snapshot, { articles: 2000 });
  snapshot.settle();
});
afterAll(() => snapshot.close());

/** Publishes an item and gives the paths that it may touch. */
function publish(item: Item): string[] {
  const revision = snapshot.revision + 1;
  const head = { kind: 'header', format: 'xinglin-feed/1', epoch: corpusEpoch, since: 0, revision } as const;
  snapshot.apply(head, [{ kind: 'put', revision, digest: formDigest(item), item }]);
  const paths = [...renderer.affected(snapshot, snapshot.delta())];
  snapshot.settle();
  return paths;
}

const old = (): ItemOf<'article'> => snapshot.newest('article', 1000).at(-1) as ItemOf<'article'>;
const others = (paths: readonly string[], own: string) =>
  paths.filter((path) => /^\/news\/[\w-]+\/$/.test(path) && path !== own);

test('a new newest article touches its own page, its neighbour’s, and the lists that it is in', () => {
  const [newest] = snapshot.newest('article', 1);
  const { formerSlugs: _, ...like } = newest as ItemOf<'article'>;
  const paths = publish({
    ...like,
    id: 'xinde',
    slug: 'xin-de',
    title: '新的一篇',
    publishedOn: '2026-12-01',
  });
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.length).toBeLessThan(40);
  expect(others(paths, '/news/xin-de/').length).toBe(1);
});

test('an old article’s other title touches few of those that stand near it', () => {
  const article = old();
  const paths = publish({ ...article, title: '改了的标题' });
  expect(paths).toContain(`/news/${article.slug}/`);
  expect(others(paths, `/news/${article.slug}/`).length).toBeLessThan(60);
  expect(paths.length).toBeLessThan(100);
});

test('what only an article’s own page shows touches that page, and the sitemap tells when', () => {
  const article = old();
  expect(publish({ ...article, body: `${article.body}\n\n补充一段。` }).sort()).toEqual([
    `/news/${article.slug}/`,
    '/sitemap.xml',
    `/sitemap/news-${article.publishedOn.slice(0, 7)}.xml`,
  ]);
});

test('a doctor’s new words touch his page and his cards, and no article', () => {
  const [doctor] = snapshot.all('doctor');
  const paths = publish({ ...(doctor as ItemOf<'doctor'>), specialties: '另有所长' });
  expect(paths).toContain(`/doctors/${doctor?.slug}/`);
  expect(others(paths, '')).toEqual([]);
  expect(paths.length).toBeLessThan(20);
});
