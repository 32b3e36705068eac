/**
 * Our full render as a program of its own: `node ours-full.ts SNAPSHOT OUTPUT [variants] [durable]`. Writes every
 * planned page into the output folder; `variants` adds gzip and brotli beside each, `durable` syncs every file.
 */

import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileOf } from '@xinglin/shared/paths.js';
import { renderAll } from './render-all.ts';

const [, , snapshot = '', output = '', ...options] = process.argv;
const variants = options.includes('variants');
const durable = options.includes('durable');
const folders = new Set<string>();
let pages = 0;
let bytes = 0;

await renderAll(snapshot, (path, body) => {
  pages += 1;
  bytes += body.byteLength;
  const file = join(output, fileOf(path));
  const folder = dirname(file);
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  put(file, body);
  if (variants) {
    put(`${file}.gz`, gzipSync(body, { level: 6 }));
    put(`${file}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
  }
});
console.log(JSON.stringify({ pages, bytes }));

function put(file: string, body: Uint8Array): void {
  const handle = openSync(file, 'w');
  writeSync(handle, body);
  if (durable) fsyncSync(handle);
  closeSync(handle);
}
