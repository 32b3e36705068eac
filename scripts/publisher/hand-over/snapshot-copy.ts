/** A consistent copy of the snapshot to hand over, and the way back: unpacked, proven, put in place in one step. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { mediaFiles } from '../media-plan.ts';
import { HandOverFault, type Manifest } from './manifest.ts';

/**
 * Copies a snapshot that a publisher may be writing: one moment of it, without the free pages that may still hold
 * what was taken back.
 */
export function copySnapshot(file: string, into: string): void {
  rmSync(into, { force: true });
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.prepare('VACUUM INTO ?').run(into);
  } finally {
    database.close();
  }
}

/** The file's bytes packed, and how many they were. */
export async function packFile(file: string): Promise<{ packed: Uint8Array; bytes: number }> {
  const whole = readFileSync(file);
  return { packed: await promisify(gzip)(whole, { level: 6 }), bytes: whole.length };
}

/**
 * Unpacks a snapshot beside its place, proves that it is what the manifest says, and puts it there.
 * @throws HandOverFault
 */
export async function placeSnapshot(packed: Uint8Array, manifest: Manifest, folder: string): Promise<void> {
  const beside = join(folder, `snapshot.db.${process.pid}.new`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(beside, await unpack(packed, manifest.snapshot.bytes));
    prove(beside, manifest);
    renameSync(beside, join(folder, 'snapshot.db'));
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(beside + suffix, { force: true });
  }
}

async function unpack(packed: Uint8Array, bytes: number): Promise<Uint8Array> {
  try {
    const whole = await promisify(gunzip)(packed, { maxOutputLength: Math.max(1, bytes) });
    if (whole.length === bytes) return whole;
  } catch (error) {
    if (!(error instanceof RangeError) && !String((error as { code?: string }).code).startsWith('Z_'))
      throw error;
  }
  throw broken(`解开后不是 ${bytes} 字节`);
}

function prove(file: string, manifest: Manifest): void {
  if (statSync(file).size === 0) throw broken('是空的');
  const snapshot = opened(file);
  try {
    if (snapshot.epoch !== manifest.epoch || snapshot.revision !== manifest.revision)
      throw broken(`是修订 ${snapshot.revision}，清单说的是 ${manifest.revision}`);
    const there = new Set(manifest.files.map(({ path }) => path));
    const lacking = mediaFiles(snapshot).find(({ path }) => !there.has(path));
    if (lacking !== undefined) throw broken(`要用的 ${lacking.path}（${lacking.media.name}）不在清单里`);
  } finally {
    snapshot.close();
  }
}

function opened(file: string) {
  try {
    return openSnapshot(file, { readOnly: true });
  } catch (error) {
    throw broken(`打不开：${(error as Error).message}`);
  }
}

function broken(what: string): HandOverFault {
  return new HandOverFault(
    `交接包里的内容快照${what}。什么也没有改动。`,
    '请让两边使用同一版本的杏林，并在交出的机器上运行 pnpm hand-over --full。',
  );
}
