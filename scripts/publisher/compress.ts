/** Which files get compressed variants beside them, and the variants' bytes: same bytes in, same bytes out. */
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, gzip, gzipSync, constants as zlib } from 'node:zlib';

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

export type Encode = (bytes: Uint8Array, path: string) => Variants | Promise<Variants>;

/** The variants of a path's bytes, made off this thread; none where compressing does not pay. */
export async function compressed(bytes: Uint8Array, path: string): Promise<Variants> {
  if (!pays(bytes, path)) return none;
  const [gz, br] = await Promise.all([
    promisify(gzip)(bytes, gzipOptions),
    promisify(brotliCompress)(bytes, brotliOptions(bytes, path)),
  ]);
  return smaller(bytes, gz, br);
}

/** The same in this turn: for a thread that makes page after page and serves nobody, handing over costs more. */
export function compressedHere(bytes: Uint8Array, path: string): Variants {
  if (!pays(bytes, path)) return none;
  return smaller(bytes, gzipSync(bytes, gzipOptions), brotliCompressSync(bytes, brotliOptions(bytes, path)));
}

const none: Variants = { gz: undefined, br: undefined };

const gzipOptions = { level: 6 };

function brotliOptions(bytes: Uint8Array, path: string) {
  return {
    params: {
      [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
      [zlib.BROTLI_PARAM_QUALITY]: assets.test(path) ? 11 : 5,
      [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  };
}

function pays(bytes: Uint8Array, path: string): boolean {
  return isText(path) && bytes.byteLength >= least;
}

function smaller(bytes: Uint8Array, gz: Uint8Array, br: Uint8Array): Variants {
  // RFC 1952: bytes 4–7 are the time, zero for none; byte 9 names the system, 255 for unknown. zlib fills in its own.
  gz.fill(0, 4, 8);
  gz[9] = 255;
  return {
    gz: gz.byteLength < bytes.byteLength ? gz : undefined,
    br: br.byteLength < bytes.byteLength ? br : undefined,
  };
}
