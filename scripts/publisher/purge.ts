/**
 * A removed item is nowhere (law 6): what it left in the past is wiped when its removal is live. Every stored
 * page that linked to it goes, and in each retained release its path gets what is live there now.
 */

import { oldSlugsOf } from '@xinglin/shared/addresses.js';
import { type Delta, formsOf } from '@xinglin/shared/delta.js';
import type { ObjectDigest } from '@xinglin/shared/digest.js';
import { isPaged, itemPath } from '@xinglin/shared/paths.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { compressed } from './compress.ts';
import { markOf } from './marks.ts';
import { lostMedia, mediaFilesOf, mediaTouched, originalOf } from './media-plan.ts';
import type { ObjectStore, Purge } from './ports.ts';
import { removalsIn } from './survey.ts';
import type { Workshop } from './workshop.ts';

/** What a delta's removals leave behind; undefined where nothing was removed. */
export function tracesOf(snapshot: WritableSnapshot, delta: Delta): Omit<Purge, 'id'> | undefined {
  const removed = removalsIn(delta);
  if (removed.length === 0) return undefined;
  const paths = removed.flatMap(formsOf).flatMap((item) => {
    if (!isPaged(item)) return [];
    return [item.slug, ...oldSlugsOf(item)].map((slug) => itemPath(item.type, slug));
  });
  const standing = mediaFilesOf(snapshot, mediaTouched(removed).ids);
  const lost = lostMedia(snapshot, removed, standing);
  const sha256s = [...new Set(lost.flatMap((path) => originalOf(path) ?? []))];
  return { items: removed.map(({ type, id }) => ({ type, id })), paths: [...new Set(paths)], sha256s };
}

/** Whether a page's bytes name a removed item: every mention links to its page or shows its picture. */
export function mentionsOf({ paths, sha256s }: Pick<Purge, 'paths' | 'sha256s'>) {
  const needles = [...paths, ...sha256s].map((text) => Buffer.from(text));
  return (bytes: Uint8Array | undefined): boolean => {
    if (bytes === undefined) return false;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return needles.some((needle) => text.includes(needle));
  };
}

/** Wipes what finished releases promised to wipe. Safe to be killed in: what was not done is done again. */
export async function wipePast(workshop: Workshop): Promise<void> {
  const { state, objects, snapshot, media } = workshop;
  for (const purge of state.purges()) {
    const sha256s = new Set([...purge.sha256s, ...(await formerPictures(workshop, purge))]);
    if (objects !== undefined) await wipe(workshop, objects, { ...purge, sha256s: [...sha256s] });
    media.forget(sha256s);
    snapshot.emptyLog();
    state.purged(purge.id);
  }
}

/** Pictures that a removed page showed in an earlier form, and that nothing shows now. */
async function formerPictures({ state, objects }: Workshop, { paths }: Purge): Promise<string[]> {
  const found = new Set<string>();
  for (const object of paths.flatMap((path) => state.pastOf(path))) {
    const text = Buffer.from((await objects?.peek(object)) ?? []).toString('latin1');
    for (const [, sha256 = ''] of text.matchAll(/\/(?:media|files)\/[0-9a-f]{2}\/([0-9a-f]{64})/g)) {
      if (!state.isShown(sha256)) found.add(sha256);
    }
  }
  return [...found];
}

async function wipe(workshop: Workshop, objects: ObjectStore, purge: Purge): Promise<void> {
  const { state } = workshop;
  const own = new Set(purge.paths.flatMap((path) => state.pastOf(path)));
  const naming = await namingObjects(workshop, objects, purge);
  // What is live does not name it any more; its own address may say that it is gone.
  const tainted = [...new Set([...own, ...naming])].filter((object) => state.pathsNow(object).length === 0);
  await cleanKeptTree(workshop, objects, tainted, purge.sha256s);
  state.replacePast(tainted);
  state.dropPastMedia(new Set(purge.sha256s));
  for (const object of tainted) await objects.remove(object);
}

/** Every stored page, live or past, that names a removed item. */
export async function namingObjects(
  { state }: Workshop,
  objects: ObjectStore,
  traces: Pick<Purge, 'paths' | 'sha256s'>,
): Promise<ObjectDigest[]> {
  const mentions = mentionsOf(traces);
  const naming: ObjectDigest[] = [];
  for (const object of state.marked([...traces.paths, ...traces.sha256s].map(markOf))) {
    if (mentions(await objects.peek(object))) naming.push(object);
  }
  return naming;
}

/** The tree of an earlier release that waits for a rollback holds copies: they get what is live now, or go. */
async function cleanKeptTree(
  { state, trees }: Workshop,
  objects: ObjectStore,
  tainted: readonly ObjectDigest[],
  sha256s: readonly string[],
): Promise<void> {
  const kept = state.keptTree();
  if (kept === undefined) return;
  const tree = trees.tree(kept.number);
  for (const path of sha256s.flatMap((sha256) => state.pathsMadeOf(sha256))) await tree.remove(path);
  const stands = (path: string, object: ObjectDigest) => state.fileAt(path, kept.release)?.object === object;
  const paths = tainted.flatMap((object) => state.pathsEver(object).filter((path) => stands(path, object)));
  for (const path of paths) {
    const now = state.file(path);
    if (now?.object === undefined) await tree.remove(path);
    else {
      const bytes = await objects.read(now.object);
      await tree.stage(path, { bytes, ...(await compressed(bytes, path)) }, now.mtime);
      await tree.promote(path);
    }
  }
  await tree.settle();
}
