/** A file and its compressed forms on a disk: `<file>`, `<file>.gz`, `<file>.br`. */
import type { Encoded } from '../ports.ts';

export const suffixes = ['', '.gz', '.br'] as const;
export type Suffix = (typeof suffixes)[number];

/** The bytes that stand under a suffix; undefined where there are none. */
export function encodingOf(file: Encoded, suffix: Suffix): Uint8Array | undefined {
  if (suffix === '') return file.bytes;
  return suffix === '.gz' ? file.gz : file.br;
}
