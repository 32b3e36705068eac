/**
 * Bytes that are too many for memory, in a file that has no name: it is taken out of its folder as soon as it
 * is open, so that whatever ends the process leaves nothing behind.
 */
import { mkdirSync, readdirSync, readSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

/** A process that was killed between opening and removing has left an empty file of this kind. */
const leftover = /^feed-\d+\.spool$/;

/** Opens an empty file in a folder, made where missing. Close it to let go of its bytes. */
export async function openSpool(folder: string): Promise<FileHandle> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `feed-${process.pid}.spool`);
  for (const name of readdirSync(folder))
    if (leftover.test(name)) rmSync(join(folder, name), { force: true });
  const handle = await open(file, 'wx+');
  rmSync(file, { force: true });
  return handle;
}

/** Bytes that are read at once. */
const piece = 256 * 1024;

/** An open file's bytes from its beginning. The descriptor stays open, and any thread of the process may read. */
export function* piecesOf(fd: number): Generator<Uint8Array> {
  for (let at = 0; ; ) {
    const bytes = Buffer.allocUnsafeSlow(piece);
    const length = readSync(fd, bytes, 0, piece, at);
    if (length === 0) return;
    yield bytes.subarray(0, length);
    at += length;
  }
}
