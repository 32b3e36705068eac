/** Hands the newest published content over: what the place lacks first, the manifest last, what is gone after it. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { sha256 } from '@xinglin/shared/digest.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { mediaFiles } from '../media-plan.ts';
import type { MediaStore } from '../ports.ts';
import type { SigningKey } from './key.ts';
import {
  HandOverFault,
  isObject,
  type Manifest,
  manifestName,
  objectName,
  objectsOf,
  openManifest,
  sealManifest,
} from './manifest.ts';
import type { HandOverPlace } from './places.ts';

export interface Handing {
  /** A consistent copy of the snapshot, opened, and its bytes packed. */
  snapshot: WritableSnapshot;
  packed: Uint8Array;
  /** Bytes of the copy before it was packed. */
  bytes: number;
  media: Pick<MediaStore, 'bytes'>;
  key: SigningKey;
  /** Names how files are made of originals. */
  recipe: string;
  now: Date;
  /** Everything is looked at anew, and an older revision may replace a newer one. */
  full: boolean;
}

export interface HandedOver {
  epoch: string;
  revision: number;
  files: number;
  /** Objects that were sent, and their bytes. */
  sent: number;
  sentBytes: number;
  removed: number;
}

/** What was handed over there before, where it is ours; undefined where there is nothing to go by. */
export async function handedOverBefore(place: HandOverPlace, key: SigningKey): Promise<Manifest | undefined> {
  const bytes = await place.read(manifestName);
  if (bytes === undefined) return undefined;
  try {
    return openManifest(Buffer.from(bytes).toString(), key.publicKey, place.name);
  } catch (error) {
    // Broken, or another key's: then all of it is handed over anew.
    if (error instanceof HandOverFault) return undefined;
    throw error;
  }
}

/**
 * @throws HandOverFault where something newer is there already, or the place fails; the old hand-over stands.
 */
export async function handOver(place: HandOverPlace, handing: Handing): Promise<HandedOver> {
  const { snapshot, packed, key, recipe, full } = handing;
  const before = await handedOverBefore(place, key);
  if (
    before !== undefined &&
    !full &&
    before.epoch === snapshot.epoch &&
    before.revision > snapshot.revision
  ) {
    throw new HandOverFault(
      `${place.name} 已有更新的内容（修订 ${before.revision}），这里只到修订 ${snapshot.revision}。什么也没有改动。`,
      '请先 pnpm publish-site 取得更新；若内容库是从备份恢复的，确认后用 --full。',
    );
  }
  const known = new Map(
    full || before?.recipe !== recipe ? [] : before.files.map((file) => [file.path, file] as const),
  );
  const there = full || before === undefined ? new Map<string, number>() : objectsOf(before);
  const files: Manifest['files'] = [];
  const sent = { count: 0, bytes: 0 };
  const send = async (digest: string, bytes: Uint8Array) => {
    if (there.has(digest)) return;
    there.set(digest, bytes.length);
    if (!full && (await place.sizeOf(objectName(digest))) === bytes.length) return;
    await place.write(objectName(digest), bytes);
    sent.count += 1;
    sent.bytes += bytes.length;
  };

  for (const { path, media } of mediaFiles(snapshot)) {
    const same = known.get(path);
    if (same !== undefined) {
      files.push(same);
      continue;
    }
    const bytes = await handing.media.bytes(media, path);
    const digest = sha256(bytes);
    await send(digest, bytes);
    files.push({ path, sha256: digest, size: bytes.length });
  }
  const packedDigest = sha256(packed);
  await send(packedDigest, packed);
  const manifest: Manifest = {
    format: 'xinglin-hand-over/1',
    epoch: snapshot.epoch,
    revision: snapshot.revision,
    at: handing.now.toISOString(),
    recipe,
    snapshot: { sha256: packedDigest, size: packed.length, bytes: handing.bytes },
    files: files.sort((a, b) => compareCodeUnits(a.path, b.path)),
  };
  await place.write(manifestName, Buffer.from(sealManifest(manifest, key)));
  const removed = await removeOthers(place, before, manifest);
  const { epoch, revision } = manifest;
  return { epoch, revision, files: files.length, sent: sent.count, sentBytes: sent.bytes, removed };
}

/** Law 6: what was taken back is nowhere, the old snapshot included. */
async function removeOthers(
  place: HandOverPlace,
  before: Manifest | undefined,
  now: Manifest,
): Promise<number> {
  const wanted = objectsOf(now);
  const gone = [...(before === undefined ? [] : objectsOf(before).keys())].filter((one) => !wanted.has(one));
  for (const digest of gone) await place.remove(objectName(digest));
  return gone.length;
}

/**
 * An object of a place, proven by its name.
 * @throws HandOverFault where it is missing, short, or of other bytes.
 */
export async function readObject(place: HandOverPlace, digest: string, size: number): Promise<Uint8Array> {
  const bytes = await place.read(objectName(digest));
  const wrong =
    bytes === undefined
      ? '不见了'
      : bytes.length < size
        ? `只有 ${bytes.length} 字节，应有 ${size}`
        : isObject(digest, bytes)
          ? undefined
          : '和它的校验值不符';
  if (bytes !== undefined && wrong === undefined) return bytes;
  throw new HandOverFault(
    `${place.name} 的交接包不完整：${objectName(digest)} ${wrong}。什么也没有改动。`,
    '多半是传输中断或存储损坏：请在交出的机器上运行 pnpm hand-over --full，再取一次。',
  );
}
