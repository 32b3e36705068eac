/** Receives a feed: its frame judged while it comes, its bytes kept in memory, or in a file where they are many. */
import type { FileHandle } from 'node:fs/promises';
import { type FeedFrame, FrameReader } from '@xinglin/shared/feed-frame.js';
import { type FeedInPortions, feedRows } from '@xinglin/shared/feed-rows.js';
import type { ReceivedFeed, TakeOptions } from '../feed-port.ts';
import { takeInThread } from './feed-thread.ts';
import { openSpool, piecesOf } from './spool.ts';

/** Bytes up to which a feed stays in memory and is taken up where it is: some fifty articles. */
const small = 512 * 1024;

/**
 * @param folder where a large feed waits.
 * @throws FeedFault where the frame is wrong, and whatever reading and writing throw; nothing is left behind.
 */
export async function receiveFeed(
  chunks: AsyncIterable<Uint8Array>,
  folder: string,
  onRows?: (rows: number) => void,
): Promise<ReceivedFeed> {
  const reader = new FrameReader();
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let spool: FileHandle | undefined;
  try {
    for await (const chunk of chunks) {
      reader.push(chunk);
      bytes += chunk.length;
      kept.push(chunk);
      if (bytes <= small) continue;
      spool ??= await openSpool(folder);
      for (const part of kept.splice(0)) await writeAll(spool, part);
      onRows?.(reader.rows);
    }
    return spool === undefined ? inMemory(reader.end(), kept) : inFile(reader.end(), spool);
  } catch (error) {
    await spool?.close();
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

function inMemory(frame: FeedFrame, kept: readonly Uint8Array[]): ReceivedFeed {
  return {
    ...frame,
    into: (snapshot, options) => snapshot.take(inPortions(frame, kept, options), options.judge),
    async [Symbol.asyncDispose]() {},
  };
}

function inFile(frame: FeedFrame, spool: FileHandle): ReceivedFeed {
  return {
    ...frame,
    into: (snapshot, options) =>
      snapshot.file === undefined
        ? snapshot.take(inPortions(frame, piecesOf(spool.fd), options), options.judge)
        : takeInThread(snapshot.file, frame, spool.fd, options),
    [Symbol.asyncDispose]: () => spool.close(),
  };
}

function inPortions(
  frame: FeedFrame,
  chunks: Iterable<Uint8Array>,
  { whole, onRows, signal }: TakeOptions,
): FeedInPortions {
  const told = async function* () {
    let rows = 0;
    for await (const portion of feedRows(frame, chunks)) {
      signal?.throwIfAborted();
      rows += portion.changes.length + portion.quarantined.length;
      onRows?.(rows, frame.count);
      yield portion;
    }
  };
  return { header: frame.header, whole, portions: told() };
}
