/** Whatever a page names on this site is there: pages, pictures at every width, files, styles, scripts. */
import { fileOf } from '@xinglin/shared/paths.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import type { Bundle } from '../../scripts/publisher/ports.ts';
import { root } from '../../scripts/settings.ts';
import { histories, record } from '../rigs/content.ts';
import { site } from '../rigs/items.ts';
import { Ledger } from '../rigs/ledger.ts';
import { cleanTree } from '../rigs/two-trees.ts';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await loadBundle(root);
});

const attribute = /\s(?:href|src|poster)="(\/(?!\/)[^"]*)"/g;
const sources = /\ssrcset="([^"]*)"/g;

/** Every path of this site that a page names. */
function namedBy(page: string): string[] {
  const plain = Array.from(page.matchAll(attribute), ([, path = '']) => path);
  const sets = Array.from(page.matchAll(sources), ([, set = '']) => set.split(/,\s*/)).flat();
  return [...plain, ...sets.map((entry) => entry.trim().split(' ')[0] ?? '')].map(
    (path) => decodeURI(path).split(/[?#]/, 1)[0] ?? '',
  );
}

test('every path that a page names on this site is a file of the tree', async () => {
  let named = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const ledger = new Ledger().put(site);
      for (const { acts } of history) record(ledger, acts);
      const tree = await cleanTree(ledger, bundle);
      const missing = Object.entries(tree)
        .filter(([file]) => file.endsWith('.html'))
        .flatMap(([file, page]) =>
          namedBy(page).flatMap((path) => {
            named += 1;
            return fileOf(path) in tree ? [] : [`${file} → ${path}`];
          }),
        );
      expect(missing).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(named).toBeGreaterThan(5_000);
});
