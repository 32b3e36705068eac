/** The sample newsroom as readers get it: published by the publisher, served by our own server over HTTP. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ItemOf } from '@xinglin/shared/content/item.js';
import type { Route } from '@xinglin/shared/renderer.js';
import sharp from 'sharp';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import type { Cms } from '../../scripts/publisher/ports.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { openRegistry } from '../../scripts/publisher/static-server/registry.ts';
import { staticServer } from '../../scripts/publisher/static-server/server.ts';
import { root } from '../../scripts/settings.ts';
import { noCms, openPublisher } from './publisher.ts';
import { sampleLedger } from './sample.ts';
import { temporaryFolder } from './temporary.ts';

export interface SampleSite extends AsyncDisposable {
  /** `http://127.0.0.1:…`, without a slash at its end. */
  readonly url: string;
  /** Where the pages say that they stand. */
  readonly publicUrl: string;
  readonly routes: readonly Route[];
}

/**
 * Publishes into a folder of its own and listens; views are counted only where a counter is given.
 * @throws Error naming the first page that stumbles.
 */
export async function serveSample({ counterPort }: { counterPort?: number } = {}): Promise<SampleSite> {
  const folder = temporaryFolder();
  const ledger = sampleLedger();
  const items = ledger.items();
  const media = items.filter((item) => item.type === 'media');
  const bundle = await loadBundle(root);
  const workshop = await openPublisher(folder.path, { bundle, cms: drawing(media) });
  ledger.applyTo(workshop.snapshot);
  const routes = bundle.renderer.plan(workshop.snapshot);
  const publicUrl = workshop.snapshot.site()?.url ?? '';
  const { pageFaults } = await publish(workshop, { allowMassDeletion: true, full: false });
  workshop.close();
  if (pageFaults[0] !== undefined) throw new Error(pageFaults[0].problem);

  const registry = openRegistry(workshop.paths.publisherState);
  const server = staticServer({ root: workshop.paths.live, registry, counterPort });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicUrl,
    routes,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      registry.close();
      folder[Symbol.dispose]();
    },
  };
}

/** Knows no content; draws a plain picture of the right size for every picture that the sample names. */
function drawing(media: readonly ItemOf<'media'>[]): Cms {
  return {
    ...noCms,
    async media(sha256) {
      const item = media.find((one) => one.sha256 === sha256);
      if (item === undefined) throw new Error(`the sample has no media with the hash ${sha256}`);
      const { width, height } = item;
      if (width === undefined || height === undefined) return Buffer.from(item.name);
      return sharp({ create: { width, height, channels: 3, background: '#8fb3a3' } })
        .png({ compressionLevel: 1 })
        .toBuffer();
    },
  };
}
