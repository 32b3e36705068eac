/** Pages made by several threads are the pages that one makes. */
import { join } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import { expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { root } from '../../scripts/settings.ts';
import { loadCorpus } from '../rigs/corpus.ts';
import { openPublisher, pagesOf } from '../rigs/publisher.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

test('a site made by the pool has the bytes that its views give in one thread', async () => {
  using folder = temporaryFolder();
  const bundle = await loadBundle(root);
  const workshop = await openPublisher(folder.path, { bundle });
  try {
    loadCorpus(workshop.snapshot, { articles: 40 });
    expect(workshop.makers).toBeDefined();
    const { counts, pageFaults } = await publish(workshop, { allowMassDeletion: false, full: false });
    expect(pageFaults).toEqual([]);
    expect(counts.rendered).toBeGreaterThan(400);
    const live = pagesOf(join(folder.path, 'live'));
    const differing: string[] = [];
    for (const { path } of bundle.renderer.plan(workshop.snapshot)) {
      const { body } = await bundle.renderer.render(path, bundle.renderer.view(workshop.snapshot, path));
      if (live[fileOf(path)] !== Buffer.from(body).toString('latin1')) differing.push(path);
    }
    expect(differing).toEqual([]);
  } finally {
    workshop.close();
  }
});
