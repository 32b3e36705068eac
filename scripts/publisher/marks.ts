/**
 * What a page names, as a few bytes: whoever must find every stored page that mentions a removed item (law 6) asks
 * these instead of reading all pages ever stored. Four bytes for each address of up to two segments and for each
 * original; different ones may share a mark, so that a page found by its marks is still to be read.
 */

/** Bytes of one mark. */
const width = 4;

/** The marks of everything that a page's bytes name, each once. */
export function marksOf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const names = new Set<string>();
  // Addresses overlap: of `/a/b/c/` the marks are those of `/a/`, `/a/b/`, `/b/`, `/b/c/` and `/c/`.
  for (const [, first, second, end] of text.matchAll(/\/([a-z0-9-]+)(?=\/(?:([a-z0-9-]+)(\/?))?)/g)) {
    names.add(`/${first}/`);
    if (end === '/') names.add(`/${first}/${second}/`);
  }
  for (const [sha256] of text.matchAll(/[0-9a-f]{64}/g)) names.add(sha256);
  // Bytes of their own: a slice of Node's pool would carry all of the pool with it to another thread.
  const marks = new DataView(new ArrayBuffer(names.size * width));
  let at = 0;
  for (const name of names) {
    marks.setUint32(at, hash(name));
    at += width;
  }
  return new Uint8Array(marks.buffer);
}

/** The mark of an item's address (`/news/a/`, `/a/`) or of an original's SHA-256. */
export function markOf(name: string): Uint8Array {
  const mark = Buffer.allocUnsafe(width);
  mark.writeUInt32BE(hash(name));
  return mark;
}

/** FNV-1a, 32 bits: quick on short ASCII names, and nobody gains from two names with the same mark. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
