/** All pages of a snapshot, one after the other, from the built bundle: plan, view, digest, render. */
import { viewDigest } from '@xinglin/shared/digest.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { loadBundle } from '../../../scripts/publisher/adapters/bundle.ts';
import { root } from '../../../scripts/settings.ts';

/** Hands each page over as soon as it is there. */
export async function renderAll(file: string, take: (path: string, body: Uint8Array) => void): Promise<void> {
  const { renderer } = await loadBundle(root);
  const snapshot = openSnapshot(file, { readOnly: true });
  for (const { path } of renderer.plan(snapshot)) {
    const view = renderer.view(snapshot, path);
    viewDigest(view);
    take(path, (await renderer.render(path, view)).body);
  }
  snapshot.close();
}
