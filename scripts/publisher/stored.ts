/** Bytes kept as an object, and what stands for them in a tree: the same with their encodings. */
import type { ObjectDigest } from '@xinglin/shared/digest.js';
import type { Encode } from './compress.ts';
import type { Encoded, ObjectStore } from './ports.ts';

/** Where bytes are kept, and how. */
export interface Keeping {
  /** Absent where nothing is kept. */
  objects: ObjectStore | undefined;
  /** Absent where nothing is compressed. */
  encode: Encode | undefined;
  /** One `flush` follows for all. */
  bulk: boolean;
}

/** The bytes with their encodings, after the store has the bytes. */
export async function stored(
  { objects, encode, bulk }: Keeping,
  object: ObjectDigest,
  path: string,
  bytes: Uint8Array,
): Promise<Encoded> {
  const [variants] = await Promise.all([encode?.(bytes, path), objects?.keep(object, bytes, { bulk })]);
  return { bytes, ...variants };
}
