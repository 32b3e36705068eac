/** Bytes kept as an object, compressed once for as long as the object is kept. */
import type { ObjectDigest } from '@xinglin/shared/digest.js';
import type { compressed } from './compress.ts';
import type { Encoded, ObjectStore } from './ports.ts';

/** Where bytes are kept, and how. */
export interface Keeping {
  /** Absent where nothing is kept. */
  objects: ObjectStore | undefined;
  /** Absent where nothing is compressed. */
  encode: typeof compressed | undefined;
  /** One `flush` follows for all. */
  bulk: boolean;
}

/** The bytes with their encodings, after the store has them. */
export async function stored(
  { objects, encode, bulk }: Keeping,
  object: ObjectDigest,
  path: string,
  bytes: Uint8Array,
): Promise<Encoded> {
  if (objects?.has(object)) return objects.read(object);
  const file: Encoded = { bytes, ...(await encode?.(bytes, path)) };
  await objects?.keep(object, file, { bulk });
  return file;
}
