/** Which files get compressed variants beside them, and the variants' bytes: same bytes in, same bytes out. */
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** Kinds of text. Pictures, videos, fonts, PDF and office files are compressed inside already. */
const text = new Set([
  'css',
  'csv',
  'htm',
  'html',
  'js',
  'json',
  'mjs',
  'svg',
  'txt',
  'vtt',
  'webmanifest',
  'xhtml',
  'xml',
]);

/** Below this many bytes the answer fits one packet anyway. */
const least = 256;

/** Their names carry a hash: compressed once per change of the code, so the most thorough setting is paid once. */
const assets = /^\/_astro\//;

/** Whether a path is of a kind that may have variants; `/news/a/` is HTML. */
export function isText(path: string): boolean {
  return path.endsWith('/') || text.has(/\.([a-z0-9]+)$/.exec(path)?.[1] ?? '');
}

export interface Variants {
  /** Undefined where it would not be smaller. */
  gz: Uint8Array | undefined;
  br: Uint8Array | undefined;
}

export const variantSuffixes = ['gz', 'br'] as const;

/** The variants of a path's bytes, made off the main thread; none where compressing does not pay. */
export async function compressed(bytes: Uint8Array, path: string): Promise<Variants> {
  if (!isText(path) || bytes.byteLength < least) return { gz: undefined, br: undefined };
  const [gz, br] = await Promise.all([gzipped(bytes), brotlied(bytes, assets.test(path) ? 11 : 5)]);
  return {
    gz: gz.byteLength < bytes.byteLength ? gz : undefined,
    br: br.byteLength < bytes.byteLength ? br : undefined,
  };
}

async function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  const made = await promisify(gzip)(bytes, { level: 6 });
  // RFC 1952: bytes 4–7 are the time, zero for none; byte 9 names the system, 255 for unknown. zlib fills in its own.
  made.fill(0, 4, 8);
  made[9] = 255;
  return made;
}

function brotlied(bytes: Uint8Array, quality: number): Promise<Uint8Array> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
      [zlib.BROTLI_PARAM_QUALITY]: quality,
      [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
}
