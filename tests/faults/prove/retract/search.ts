/** Looks through every file of a data folder, compressed ones and databases with their leftovers included. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** What may be nowhere. */
export interface Wanted {
  /** Who it belongs to: what is found is told under this name. */
  of: string;
  words: readonly string[];
  /** SHA-256 of whole files. */
  hashes: ReadonlySet<string>;
}

const readers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '.gz': gunzipSync,
  '.br': brotliDecompressSync,
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder; what goes while it is looked through is not there. */
function* filesBelow(folder: string): Generator<{ file: string; bytes: Buffer }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    yield { file: relative(folder, file), bytes: readFileSync(file) };
  }
}

/** Sentences for whatever is left, by whom it belongs to. */
export function search(folder: string, wanted: readonly Wanted[]): Map<string, string[]> {
  const found = new Map<string, string[]>(wanted.map(({ of }) => [of, []]));
  for (const { file, bytes } of filesBelow(folder)) {
    const hash = sha256(bytes);
    const read = readers[file.slice(-3)];
    const plain = read === undefined ? bytes : read(bytes);
    for (const { of, words, hashes } of wanted) {
      const word = words.find((one) => file.includes(one) || plain.includes(one));
      if (word !== undefined) found.get(of)?.push(`${file} 里还有「${word}」`);
      if (hashes.has(hash)) found.get(of)?.push(`${file} 还是它的图片或附件`);
    }
  }
  return found;
}

/** SHA-256 of every file whose name holds one of the hashes: what was made of them. */
export function madeOf(folder: string, hashes: readonly string[]): Set<string> {
  const made = new Set<string>();
  for (const { file, bytes } of filesBelow(folder)) {
    if (hashes.some((hash) => file.includes(hash))) made.add(sha256(bytes));
  }
  return made;
}
