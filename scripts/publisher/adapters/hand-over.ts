/** Hand-overs on this machine: what is given from the data folder, and what is taken into it. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { CommandFault } from '../../cli.ts';
import type { DataPaths } from '../../data-paths.ts';
import { folderPlace } from '../hand-over/folder-place.ts';
import { type HandedOver, handedOverBefore, handOver } from '../hand-over/hand-over.ts';
import { httpPlace } from '../hand-over/http-place.ts';
import { signingKey } from '../hand-over/key.ts';
import type { HandOverPlace } from '../hand-over/places.ts';
import { copySnapshot, packFile } from '../hand-over/snapshot-copy.ts';
import type { Cms } from '../ports.ts';
import { recipeKeys } from './make-derivative.ts';
import { mediaStore } from './media-store.ts';

/** A folder, or an address that begins with http:// or https://. */
export function placeOf(text: string, env: NodeJS.ProcessEnv = process.env): HandOverPlace {
  if (!/^https?:\/\//.test(text)) return folderPlace(text);
  const authorization = env['XINGLIN_HAND_OVER_AUTHORIZATION'] || undefined;
  return httpPlace(text, { authorization });
}

/** Files depend on our recipes and on the encoders that follow them. */
const recipeKey = `${recipeKeys.webp}${recipeKeys.jpeg}`;

/** The revision that the snapshot stands at. */
export function snapshotRevision(file: string): number {
  if (!existsSync(file)) {
    throw new CommandFault(`还没有内容快照（${file}）。`, '请先运行一次 npm start 或 pnpm publish-site。');
  }
  const snapshot = openSnapshot(file, { readOnly: true });
  try {
    return snapshot.revision;
  } finally {
    snapshot.close();
  }
}

/**
 * Hands over what the data folder holds; undefined where the same revision is there already.
 * @throws HandOverFault, CommandFault
 */
export async function handOverFrom(
  paths: DataPaths,
  place: HandOverPlace,
  cms: Pick<Cms, 'media'>,
  full: boolean,
): Promise<HandedOver | undefined> {
  const revision = snapshotRevision(paths.snapshot);
  const key = signingKey(paths.handOverKey);
  const before = full ? undefined : await handedOverBefore(place, key);
  const copy = join(paths.publisher, `hand-over.${process.pid}.db`);
  mkdirSync(paths.publisher, { recursive: true });
  try {
    if (before?.revision === revision && before.recipe === recipeKey && isOf(paths.snapshot, before.epoch))
      return undefined;
    copySnapshot(paths.snapshot, copy);
    const { packed, bytes } = await packFile(copy);
    const snapshot = openSnapshot(copy, { readOnly: true });
    try {
      const media = mediaStore({ cms, derivatives: paths.derivatives, live: paths.live });
      const now = new Date();
      return await handOver(place, { snapshot, packed, bytes, media, key, recipe: recipeKey, now, full });
    } finally {
      snapshot.close();
    }
  } finally {
    rmSync(copy, { force: true });
  }
}

function isOf(file: string, epoch: string): boolean {
  const snapshot = openSnapshot(file, { readOnly: true });
  try {
    return snapshot.epoch === epoch;
  } finally {
    snapshot.close();
  }
}
