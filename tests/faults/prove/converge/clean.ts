/** What must be live: rendered straight from the CMS's feed, read past the proxy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFeed } from '@xinglin/shared/feed-rows.js';
import { fileOf } from '@xinglin/shared/paths.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { httpCms } from '../../../../scripts/publisher/adapters/http-cms.ts';
import { mediaStore } from '../../../../scripts/publisher/adapters/media-store.ts';
import { mediaFiles } from '../../../../scripts/publisher/media-plan.ts';
import { proveMedia } from '../../../../scripts/publisher/prove-media.ts';
import { realBundle, type Tree, withVariants } from '../parts/site.ts';

const derivatives = mkdtempSync(join(tmpdir(), 'xinglin-derivatives-'));
process.once('exit', () => rmSync(derivatives, { recursive: true, force: true }));

/** The whole site of what the CMS has published, with compressed forms. */
export async function cleanOf(address: { url: string; token: string }): Promise<Tree> {
  const answer = await fetch(`${address.url}/api/xinglin/feed?since=0`, {
    headers: { authorization: `Bearer ${address.token}` },
  });
  const { header, changes, quarantined } = readFeed(await answer.text());
  if (quarantined.length > 0) throw new Error(`quarantined: ${JSON.stringify(quarantined)}`);
  const { renderer, assets, read } = await realBundle();
  const pictures = mediaStore({ cms: httpCms(address), derivatives, live: derivatives });
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  const tree: Tree = {};
  const keep = (path: string, bytes: Uint8Array) => {
    tree[fileOf(path)] = Buffer.from(bytes).toString('latin1');
  };
  try {
    snapshot.replace(header, changes);
    await proveMedia({ snapshot, media: pictures, log: () => {} }, mediaFiles(snapshot), 'none');
    for (const { path } of renderer.plan(snapshot))
      keep(path, (await renderer.render(path, renderer.view(snapshot, path))).body);
    for (const { path, media } of mediaFiles(snapshot)) keep(path, await pictures.bytes(media, path));
    for (const asset of assets) keep(asset.path, await read(asset));
  } finally {
    snapshot.close();
  }
  return withVariants(tree);
}
