import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NoSuchView, type Renderer, type Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderTarget } from '../../scripts/publisher/adapters/targets/folder.ts';
import { openMemory } from '../../scripts/publisher/adapters/targets/memory.ts';
import { mirrorSource } from '../../scripts/publisher/adapters/targets/source.ts';
import { mirror } from '../../scripts/publisher/mirror.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { openRegistry } from '../../scripts/publisher/static-server/registry.ts';
import { staticServer } from '../../scripts/publisher/static-server/server.ts';
import { hasCaddy, startCaddy } from '../rigs/caddy.ts';
import { article, site, tag } from '../rigs/items.ts';
import { Ledger } from '../rigs/ledger.ts';
import { hasNginx, startNginx } from '../rigs/nginx.ts';
import { plainHead } from '../rigs/plain-head.ts';
import { filesOf, openPublisher } from '../rigs/publisher.ts';
import { askRaw } from '../rigs/raw-http.ts';
import type { RunningServer } from '../rigs/server-process.ts';
import { smallBundle, smallRenderer } from '../rigs/small-bundle.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

const words = (path: string) => `${path} stood here. `.repeat(30);

/** The pages of the small site, and one for each of two articles once it is gone. */
function removals(snapshot: Snapshot): Route[] {
  const stands = new Set(snapshot.all('article').map(({ slug }) => slug));
  const all: Route[] = [
    { path: '/news/away/', kind: 'gone', status: 410 },
    { path: '/news/old/', kind: 'moved', status: 301, location: '/news/a/' },
  ];
  return all.filter(({ path }) => !stands.has(path.split('/')[2] ?? ''));
}

const renderer: Renderer = {
  ...smallRenderer,
  plan: (snapshot) =>
    [...smallRenderer.plan(snapshot), ...removals(snapshot)].sort((a, b) => (a.path < b.path ? -1 : 1)),
  route: (snapshot, path) =>
    smallRenderer.route(snapshot, path) ?? removals(snapshot).find((route) => route.path === path),
  affected: (snapshot, delta) => [...smallRenderer.affected(snapshot, delta), '/news/away/', '/news/old/'],
  view(snapshot, path) {
    const removal = removals(snapshot).find((route) => route.path === path);
    const url = snapshot.site()?.url ?? '';
    if (removal !== undefined) return { removal, url, title: '', lines: [], links: [] };
    if (smallRenderer.route(snapshot, path) === undefined) throw new NoSuchView(path);
    return smallRenderer.view(snapshot, path);
  },
  async render(path, view) {
    const { removal, url } = view as { removal?: Route; url: string };
    if (removal === undefined) return smallRenderer.render(path, view);
    const head = plainHead({ url, path, title: '不在这里了', indexed: false });
    return { status: removal.status, body: Buffer.from([...head, words(path)].join('\n')) };
  },
};

let folder: ReturnType<typeof temporaryFolder>;
let workshop: Awaited<ReturnType<typeof openPublisher>>;
const ledger = () => new Ledger().put(site, tag('ai'), article('a'), article('away'), article('old'));
beforeEach(async () => {
  folder = temporaryFolder();
  workshop = await openPublisher(join(folder.path, 'data'), { bundle: smallBundle(renderer) });
});
afterEach(() => {
  workshop.close();
  folder[Symbol.dispose]();
});

async function builtIn(): Promise<RunningServer> {
  const registry = openRegistry(workshop.paths.publisherState);
  const server = staticServer({ root: workshop.paths.live, registry });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reload: () => {},
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      registry.close();
    },
  };
}

const statuses = async ({ url }: RunningServer) => {
  const paths = ['/', '/news/a/', '/news/away/', '/news/old/', '/news/none/'];
  return Promise.all(
    paths.map(async (path) => {
      const { status, headers } = await askRaw(url, path, { 'accept-encoding': 'gzip' });
      return [path, status, headers.location];
    }),
  );
};
const standing = [
  ['/', 200, undefined],
  ['/news/a/', 200, undefined],
  ['/news/away/', 200, undefined],
  ['/news/old/', 200, undefined],
  ['/news/none/', 404, undefined],
];
const removed = [
  ['/', 200, undefined],
  ['/news/a/', 200, undefined],
  ['/news/away/', 410, undefined],
  ['/news/old/', 301, '/news/a/'],
  ['/news/none/', 404, undefined],
];

test('what a release moves and takes away is answered so by the built-in server at once, and given back', async () => {
  const content = ledger();
  content.applyTo(workshop.snapshot);
  await using server = await builtIn();
  await publish(workshop, { allowMassDeletion: true, full: false });
  expect(await statuses(server)).toEqual(standing);
  content.remove('article', 'away').remove('article', 'old').applyTo(workshop.snapshot);
  await publish(workshop, { allowMassDeletion: true, full: false });
  expect(await statuses(server)).toEqual(removed);
  expect((await askRaw(server.url, '/news/away/')).body.toString()).toContain(words('/news/away/'));
  content.put(article('away'), article('old')).applyTo(workshop.snapshot);
  await publish(workshop, { allowMassDeletion: true, full: false });
  expect(await statuses(server)).toEqual(standing);
});

for (const [name, present, start] of [
  ['nginx (needs Debian’s nginx-light and libnginx-mod-http-brotli-static)', hasNginx, startNginx],
  ['Caddy (needs Debian’s caddy)', hasCaddy, startCaddy],
] as const) {
  test.skipIf(!present)(
    `${name} answers so by the rules that the release wrote, over the tree and over a mirror of it`,
    async () => {
      const content = ledger();
      content.applyTo(workshop.snapshot);
      await publish(workshop, { allowMassDeletion: true, full: false });
      content.remove('article', 'away').remove('article', 'old').applyTo(workshop.snapshot);
      await publish(workshop, { allowMassDeletion: true, full: false });
      const { live, rules, publisherState } = workshop.paths;
      {
        await using server = await start(live, rules);
        expect(await statuses(server)).toEqual(removed);
      }
      const there = join(folder.path, 'there');
      const memory = openMemory(':memory:');
      const source = mirrorSource({ live, state: publisherState, variants: true, redirects: undefined });
      const done = await mirror(source, folderTarget(there), memory, {
        verify: false,
        removeStrangers: false,
        dryRun: false,
      });
      memory.close();
      expect(done.unsettled).toEqual([]);
      const { '.xinglin-mirror': _, ...mirrored } = filesOf(there);
      expect(mirrored).toEqual(filesOf(live));
      await using server = await start(there, rules);
      expect(await statuses(server)).toEqual(removed);
    },
  );
}
