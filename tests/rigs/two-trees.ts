/** The live tree of a history, and the tree that a clean full render of its end gives. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { mediaStore } from '../../scripts/publisher/adapters/media-store.ts';
import { mediaFiles } from '../../scripts/publisher/media-plan.ts';
import type { Bundle, Cms } from '../../scripts/publisher/ports.ts';
import { proveMedia } from '../../scripts/publisher/prove-media.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { rollBack, unpin } from '../../scripts/publisher/rollback.ts';
import { type Batch, record } from './content.ts';
import { Ledger } from './ledger.ts';
import { mediaBytes } from './media-files.ts';
import { noCms, openPublisher, pagesOf } from './publisher.ts';
import { temporaryFolder } from './temporary.ts';

/** Knows the bytes of `media-files.ts`, and nothing else. */
export const mediaCms: Cms = {
  ...noCms,
  async media(sha256) {
    const bytes = mediaBytes.get(sha256);
    if (bytes === undefined) throw new Error(`no media of this rig has the hash ${sha256}`);
    return bytes;
  },
};

const derivatives = mkdtempSync(join(tmpdir(), 'xinglin-derivatives-'));
process.once('exit', () => rmSync(derivatives, { recursive: true, force: true }));
const pictures = mediaStore({ cms: mediaCms, derivatives, live: derivatives });

/** Every file of the site as it must be: rendered straight from the content, without the publisher's bookkeeping. */
export async function cleanTree(
  ledger: Ledger,
  { renderer, assets, read }: Bundle,
  { media: withMedia = true }: { media?: boolean } = {},
): Promise<Record<string, string>> {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  const tree: Record<string, string> = {};
  const keep = (path: string, bytes: Uint8Array) => {
    tree[fileOf(path)] = Buffer.from(bytes).toString('latin1');
  };
  try {
    ledger.applyTo(snapshot);
    if (withMedia)
      await proveMedia({ snapshot, media: pictures, log: () => {} }, mediaFiles(snapshot), 'none');
    for (const { path } of renderer.plan(snapshot)) {
      keep(path, (await renderer.render(path, renderer.view(snapshot, path))).body);
    }
    for (const { path, media } of withMedia ? mediaFiles(snapshot) : [])
      keep(path, await pictures.bytes(media, path));
    for (const asset of assets) keep(asset.path, await read(asset));
    return tree;
  } finally {
    snapshot.close();
  }
}

/** One run of a publisher on a folder: opened, brought up to date, closed. */
export async function publishInto(dataDir: string, ledger: Ledger, bundle: Bundle) {
  const workshop = await openPublisher(dataDir, { bundle, cms: mediaCms });
  try {
    ledger.applyTo(workshop.snapshot);
    return await publish(workshop, { allowMassDeletion: true, full: false });
  } finally {
    workshop.close();
  }
}

/** Back to the oldest release that is left; a removal while it is pinned; and on from there. */
async function turnBack(dataDir: string, ledger: Ledger, bundle: Bundle, removal: boolean): Promise<void> {
  const workshop = await openPublisher(dataDir, { bundle, cms: mediaCms });
  try {
    const numbers = workshop.state.releases(4).map(({ number }) => number);
    await rollBack(workshop, numbers.at(-1));
    const [article] = removal ? ledger.items().filter(({ type }) => type === 'article') : [];
    if (article !== undefined) {
      ledger.remove('article', article.id);
      ledger.applyTo(workshop.snapshot);
      await publish(workshop, { allowMassDeletion: false, full: false });
    }
    unpin(workshop);
    await publish(workshop, { allowMassDeletion: true, full: false });
  } finally {
    workshop.close();
  }
}

/** The same templates with a mark: other code, other bytes on every page. */
function marked(bundle: Bundle, mark: string): Bundle {
  const render = async (path: string, view: unknown) => {
    const { status, body } = await bundle.renderer.render(path, view);
    return {
      status,
      body: path.endsWith('/') ? Buffer.concat([body, Buffer.from(`<!-- ${mark} -->`)]) : body,
    };
  };
  // Without an entry no other thread loads the templates as they were.
  const { entry: _, ...others } = bundle;
  return { ...others, digest: `${bundle.digest} ${mark}`, renderer: { ...bundle.renderer, render } };
}

/** A file in which two trees differ. */
export interface Difference {
  batch: number;
  turn: string;
  file: string;
  incremental: string | undefined;
  clean: string | undefined;
}

/**
 * Publishes a history batch by batch and compares after each with a clean render.
 * `clean` stands in where the incremental publisher is a mutant.
 */
export async function firstDifference(
  history: readonly Batch[],
  bundle: Bundle,
  clean: Bundle = bundle,
): Promise<Difference | undefined> {
  using folder = temporaryFolder();
  const ledger = new Ledger();
  let templates = 1;
  for (const [batch, { acts, turn }] of history.entries()) {
    record(ledger, acts);
    if (turn === 'templates') templates += 1;
    const [ours, theirs] = [marked(bundle, `${templates}`), marked(clean, `${templates}`)];
    const { pageFaults } = await publishInto(folder.path, ledger, ours);
    if (pageFaults[0] !== undefined) throw new Error(pageFaults[0].problem);
    if (turn === 'rollback' || turn === 'removal while pinned') {
      await turnBack(folder.path, ledger, ours, turn === 'removal while pinned');
    }
    const live = pagesOf(join(folder.path, 'live'));
    const found = differenceOf(live, await cleanTree(ledger, theirs));
    if (found !== undefined) return { batch, turn, ...found };
  }
  return undefined;
}

export function differenceOf(
  incremental: Record<string, string>,
  clean: Record<string, string>,
): Omit<Difference, 'batch' | 'turn'> | undefined {
  const files = new Set([...Object.keys(incremental), ...Object.keys(clean)]);
  for (const file of [...files].sort()) {
    if (incremental[file] !== clean[file])
      return { file, incremental: incremental[file], clean: clean[file] };
  }
  return undefined;
}
