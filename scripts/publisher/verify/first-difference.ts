/** Where two files begin to differ, for people. */
import { objectDigest } from '@xinglin/shared/digest.js';

export interface ByteDifference {
  /** From 0. */
  offset: number;
  /** From 1. */
  line: number;
  /** The surroundings of the place in either file, on one line each. */
  live: string;
  clean: string;
  /** Digests of all bytes of either file. */
  liveDigest: string;
  cleanDigest: string;
}

/** Bytes shown before and after the place. */
const before = 24;
const after = 48;

/** The first differing place of two files; undefined where they are the same. */
export function firstByteDifference(live: Uint8Array, clean: Uint8Array): ByteDifference | undefined {
  if (Buffer.compare(live, clean) === 0) return undefined;
  let offset = 0;
  while (offset < live.length && live[offset] === clean[offset]) offset += 1;
  return {
    offset,
    line: 1 + Buffer.from(live.subarray(0, offset)).toString('latin1').split('\n').length - 1,
    live: around(live, offset),
    clean: around(clean, offset),
    liveDigest: objectDigest(live),
    cleanDigest: objectDigest(clean),
  };
}

function around(bytes: Uint8Array, offset: number): string {
  const part = bytes.subarray(Math.max(0, offset - before), offset + after);
  // A character that is cut through at either end says nothing.
  const text = new TextDecoder().decode(part).replace(/^\ufffd+|\ufffd+$/g, '');
  return text === '' ? '（到此结束）' : text.replace(/\s+/g, ' ');
}
