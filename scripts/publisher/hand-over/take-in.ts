/**
 * Takes a hand-over in: everything is proven before anything counts. What counts is the folder's own
 * `hand-over.json`, written last; a refusal leaves it, and the snapshot that it names, as they were.
 */
import type { KeyObject } from 'node:crypto';
import { readObject } from './hand-over.ts';
import {
  HandOverFault,
  isObject,
  type Manifest,
  manifestName,
  objectName,
  objectsOf,
  openManifest,
} from './manifest.ts';
import type { HandOverPlace } from './places.ts';

export interface TakeInOptions {
  publicKey: KeyObject;
  /** Take an older revision, or another history, all the same. */
  allowOlder: boolean;
  /** The revision that somebody spoke of: an older hand-over is not there yet. */
  atLeast: number;
  /** Proves the unpacked snapshot against its manifest; throws a `HandOverFault`. */
  proveSnapshot(packed: Uint8Array, manifest: Manifest): Promise<void>;
}

/**
 * @param taken where what was taken in lies
 * @throws HandOverFault
 */
export async function takeIn(
  from: HandOverPlace,
  taken: HandOverPlace,
  options: TakeInOptions,
): Promise<Manifest> {
  const text = await from.read(manifestName);
  if (text === undefined) {
    throw new HandOverFault(
      `${from.name} 没有交接包（缺 ${manifestName}）。什么也没有改动。`,
      '请检查地址；在交出的机器上运行 pnpm hand-over --to …',
    );
  }
  const manifest = openManifest(Buffer.from(text).toString(), options.publicKey, from.name);
  const last = await takenManifest(taken, options.publicKey);
  const problem = options.allowOlder ? undefined : notNewer(manifest, last);
  if (problem !== undefined) throw problem;
  if (manifest.revision < options.atLeast) throw new NotThereYet(manifest.revision, options.atLeast);

  const kept = last === undefined ? new Map<string, number>() : objectsOf(last);
  for (const [digest, size] of objectsOf(manifest)) {
    const there = await taken.read(objectName(digest));
    if (there !== undefined && isObject(digest, there)) continue;
    await taken.write(objectName(digest), await readObject(from, digest, size));
  }
  const packed = await readObject(taken, manifest.snapshot.sha256, manifest.snapshot.size);
  await options.proveSnapshot(packed, manifest);
  await taken.write(manifestName, text);
  const wanted = objectsOf(manifest);
  for (const digest of kept.keys()) if (!wanted.has(digest)) await taken.remove(objectName(digest));
  return manifest;
}

/** The hand-over that was taken in last; undefined where there is none, or a key was changed since. */
export async function takenManifest(
  taken: HandOverPlace,
  publicKey: KeyObject,
): Promise<Manifest | undefined> {
  const text = await taken.read(manifestName);
  if (text === undefined) return undefined;
  try {
    return openManifest(Buffer.from(text).toString(), publicKey, taken.name);
  } catch (error) {
    if (error instanceof HandOverFault) return undefined;
    throw error;
  }
}

/** The hand-over has not caught up with what was told: waiting helps. */
export class NotThereYet extends HandOverFault {
  constructor(found: number, wanted: number) {
    super(
      `交接包只到修订 ${found}，要的是修订 ${wanted}。什么也没有改动。`,
      '请确认交出的机器上 pnpm hand-over --follow 正在运行；用 --wait 可以等它。',
    );
  }
}

function notNewer(manifest: Manifest, last: Manifest | undefined): HandOverFault | undefined {
  if (last === undefined) return undefined;
  if (manifest.epoch !== last.epoch) {
    return new HandOverFault(
      '交接包来自另一个内容库，和上次取的不是同一段历史。什么也没有改动。',
      '若内容库确实换了，请用 --allow-older。',
    );
  }
  if (manifest.revision >= last.revision) return undefined;
  return new HandOverFault(
    `交接包是旧的（修订 ${manifest.revision}），上次取的是修订 ${last.revision}。什么也没有改动。`,
    '请等对方交出新的；若确实要退回旧内容，请用 --allow-older。',
  );
}
