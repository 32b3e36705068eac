/** What the publisher's core asks of the world. The adapters answer; the core decides. */
import type { Media } from '@xinglin/shared/content/media.js';
import type { ObjectDigest, ViewDigest } from '@xinglin/shared/digest.js';
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Receipts } from '@xinglin/shared/receipts.js';
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { FeedOptions, ReceivedFeed } from './feed-port.ts';

/** The CMS over HTTP. Every method throws a `CmsFault` that says what happened and what to do. */
export interface Cms {
  /** The feed since a revision, whole. Throws a `FeedFault` where its frame is wrong. */
  feed(since: number, options?: FeedOptions): Promise<ReceivedFeed>;
  /** Resolves to the head's revision as soon as it is past `since`, or after the seconds. */
  wait(since: number, seconds: number, signal?: AbortSignal): Promise<number>;
  /** A media file's bytes, verified against the hash that names them. */
  media(sha256: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** Hands receipts over; accepting the same twice is the CMS's duty. */
  send(receipts: Receipts): Promise<void>;
}

/** A file that the bundle brings along: hashed scripts and styles, and what lies in `site/public`. */
export interface Asset {
  path: string;
  /** Where its bytes are. */
  source: string;
}

/** The site's built bundle: code, and a digest of all of it. */
export interface Bundle {
  renderer: Renderer;
  /** SHA-256 over every file of the bundle: other code means render again. */
  digest: string;
  assets: Asset[];
  read(asset: Asset): Promise<Uint8Array>;
}

/** Files made of media, kept by content hash and recipe so that nothing is made twice. */
export interface MediaStore {
  /** The bytes that stand at one of the media's paths; made first where missing. Throws `MediaFault`. */
  bytes(media: Media, path: string): Promise<Uint8Array>;
  /** Lets go of everything made of originals that are no longer live (law 6). */
  keepOnly(sha256s: ReadonlySet<string>): void;
}

/** A media file that cannot be shown, by name. */
export class MediaFault extends Error {
  override readonly name = 'MediaFault';
  /** Whether trying again with the same bytes is useless. */
  readonly lasting: boolean;
  constructor(message: string, options: { lasting: boolean }) {
    super(message);
    this.lasting = options.lasting;
  }
}

/** What the live tree's file of a path should carry. */
export interface FileStamp {
  /** Bytes. */
  size: number;
  /** Seconds since 1970: the release's own second. */
  mtime: number;
}

/** The folder that is served. Paths are URL paths; each maps to one file (`fileOf`). */
export interface LiveTree {
  /** Writes the new bytes beside the path's file, durably, where readers cannot see them. */
  stage(path: string, bytes: Uint8Array, mtime: number): Promise<void>;
  /** Puts the staged bytes in the file's place in one step. */
  promote(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes all promotions and removals so far durable. */
  settle(): Promise<void>;
  /** Drops staged bytes that were never promoted. */
  sweep(): Promise<void>;
  stampOf(path: string): FileStamp | undefined;
}

/** Names an item. */
export interface ItemName {
  type: string;
  id: string;
}

export type Origin = 'page' | 'media' | 'asset';

/** What the publisher knows of one file of the live tree. */
export interface FileRecord {
  path: string;
  origin: Origin;
  /** The route's kind, or the origin again. */
  kind: string;
  status: Route['status'];
  /** Undefined where unknown: render again. */
  view: ViewDigest | undefined;
  object: ObjectDigest | undefined;
  size: number;
  mtime: number;
}

/** A release: the pointer that makes everything written before it count. */
export interface Release {
  number: number;
  epoch: string;
  revision: number;
  bundle: string;
  /** ISO 8601, UTC. */
  at: string;
  counts: Counts;
}

export interface Counts {
  /** Planned pages. */
  pages: number;
  rendered: number;
  written: number;
  removed: number;
}

/** A path whose item is gone: what stands in its place. */
export interface GonePath {
  path: string;
  redirectTo: string | undefined;
}

/** publisher.db */
export interface State {
  lastRelease(): Release | undefined;
  files(): Map<string, FileRecord>;
  /** Paths promised to change by a pass that never ended: their bytes are unknown. */
  unknownPaths(): Set<string>;
  /** Marks paths unknown: before their first byte changes, or where they are not what we wrote. */
  doubt(entries: readonly { path: string; origin: Origin }[]): void;
  /** A second later than every one before, and not before now. */
  nextStamp(nowSeconds: number): number;
  /** The pointer: records, releases, gone paths and receipts in one transaction. */
  finish(done: FinishedPass): Release;
  quarantined(): QuarantinedItem[];
  /** Takes items up into quarantine, and lets those go that came again. */
  quarantine(items: readonly QuarantinedItem[], released: readonly ItemName[] | 'all others'): void;
  /** Media known to be unusable by their bytes: key → sentence. */
  mediaFaults(): Map<string, string>;
  rememberMediaFault(sha256: string, problem: string): void;
  outbox(): { id: number; receipts: Receipts }[];
  sent(id: number): void;
}

export interface FinishedPass {
  release: Omit<Release, 'number'>;
  written: FileRecord[];
  removed: readonly string[];
  /** Files whose bytes stayed although the view's digest moved. */
  reviewed: readonly { path: string; view: ViewDigest }[];
  /** Pages that could not be made: the last good bytes stay, and the next pass looks again. */
  failed: readonly string[];
  gone: readonly GonePath[];
  /** Made with the release's number, and stored with it. */
  receipts(release: number): Receipts[];
}

/** One line of the publisher's log. Never a token, never a body. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  message: string,
  fields?: Record<string, string | number | boolean>,
) => void;
