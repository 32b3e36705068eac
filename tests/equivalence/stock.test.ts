/** A plain `astro build` of a snapshot gives every planned route, byte for byte as the publisher makes it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import { beforeAll, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import type { Bundle } from '../../scripts/publisher/ports.ts';
import { root } from '../../scripts/settings.ts';
import { filesOf, openPublisher } from '../rigs/publisher.ts';
import { sampleLedger } from '../rigs/sample.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { cleanTree } from '../rigs/two-trees.ts';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await loadBundle(root);
});

/** Builds the site as any CI would, into a folder of its own. */
function stockBuild(snapshot: string, into: string): Record<string, string> {
  const astro = join(root, 'site', 'node_modules', 'astro', 'bin', 'astro.mjs');
  execFileSync(process.execPath, [astro, 'build', '--outDir', into], {
    cwd: join(root, 'site'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      XINGLIN_SNAPSHOT: snapshot,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: 'pipe',
  });
  return filesOf(into);
}

/** The sample without its files: their bytes are invented, and no page depends on them. */
const ledger = sampleLedger();

test('the stock build of a snapshot equals the publisher’s pages for every planned route', async () => {
  using folder = temporaryFolder();
  const workshop = await openPublisher(folder.path, { bundle });
  ledger.applyTo(workshop.snapshot);
  const planned = bundle.renderer.plan(workshop.snapshot);
  workshop.close();
  const stock = stockBuild(workshop.paths.snapshot, join(folder.path, 'dist'));
  const pages = await cleanTree(ledger, { ...bundle, assets: [] }, { media: false });

  const differing = planned.map(({ path }) => fileOf(path)).filter((file) => stock[file] !== pages[file]);
  expect(differing).toEqual([]);
  const assets = new Set(bundle.assets.map(({ path }) => fileOf(path)));
  const made = Object.keys(stock).filter((file) => !assets.has(file) && !file.startsWith('_astro/'));
  expect(made.sort()).toEqual(planned.map(({ path }) => fileOf(path)).sort());
});

test('the stock build has every asset that the bundle’s pages name', async () => {
  const pages = await cleanTree(ledger, { ...bundle, assets: [] }, { media: false });
  const named = new Set(Object.values(pages).flatMap((page) => page.match(/\/_astro\/[\w.-]+/g) ?? []));
  expect([...named].filter((path) => !bundle.assets.some((asset) => asset.path === path))).toEqual([]);
});
