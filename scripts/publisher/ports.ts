/** What the publisher's core asks of the world. The adapters answer; the core decides. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Media } from '@xinglin/shared/content/media.js';
import type { ObjectDigest, ViewDigest } from '@xinglin/shared/digest.js';
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Receipts } from '@xinglin/shared/receipts.js';
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { FeedOptions, ReceivedFeed } from './feed-port.ts';
import type { Finding } from './verify/findings.ts';

/** The CMS over HTTP. Every method throws a `CmsFault` that says what happened and what to do. */
export interface Cms {
  /** The feed since a revision, whole. Throws a `FeedFault` where its frame is wrong. */
  feed(since: number, options?: FeedOptions): Promise<ReceivedFeed>;
  /** Resolves to the head's revision as soon as it is past `since`, or after the seconds. */
  wait(since: number, seconds: number, signal?: AbortSignal): Promise<number>;
  /** A media file's bytes, verified against the hash that names them. */
  media(sha256: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** Hands receipts over; accepting the same twice is the CMS's duty. */
  send(receipts: Receipts, signal?: AbortSignal): Promise<void>;
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
  /** The file that other threads load the renderer from; absent where they cannot. */
  entry?: string;
  assets: Asset[];
  read(asset: Asset): Promise<Uint8Array>;
}

/** Files made of media, kept by content hash and recipe so that nothing is made twice. */
export interface MediaStore {
  /** The bytes that stand at one of the media's paths; made first where missing. Throws `MediaFault`. */
  bytes(media: Media, path: string): Promise<Uint8Array>;
  /** The bytes of a path that once was live, where they are kept or can be had again. Throws `MediaFault`. */
  again(path: string): Promise<Uint8Array>;
  /** Lets go of everything made of these originals (law 6). */
  forget(sha256s: ReadonlySet<string>): void;
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

/** A file's bytes, and the same compressed where that is smaller: `<file>.gz`, `<file>.br`. */
export interface Encoded {
  bytes: Uint8Array;
  gz?: Uint8Array | undefined;
  br?: Uint8Array | undefined;
}

/** A folder that is or can be served. Paths are URL paths; each maps to one file (`fileOf`) and its encodings. */
export interface LiveTree {
  /** Its folder. */
  readonly root: string;
  /** Whether nobody reads it yet: `stage` writes in place, and one `flush` makes it durable before it is served. */
  readonly unread: boolean;
  /**
   * Writes the new bytes beside the path's file, where readers cannot see them: durably, unless `bulk`, where
   * one `flush` for all of them follows.
   */
  stage(path: string, file: Encoded, mtime: number, options?: { bulk?: boolean }): Promise<void>;
  /** Makes all that was staged in bulk durable. */
  flush(): Promise<void>;
  /** Puts the staged bytes in the file's place, each encoding in one step. */
  promote(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes all promotions and removals so far durable. */
  settle(): Promise<void>;
  /** Drops staged bytes that were never promoted. Not beside a pass. */
  sweep(): Promise<void>;
  /** Files with staged bytes, whoever left them. */
  leftovers(): Promise<string[]>;
  drop(leftovers: readonly string[]): Promise<void>;
  stampOf(path: string): FileStamp | undefined;
}

/** The trees of a data folder, one of which is served: `live` is a symbolic link to it. */
export interface Trees {
  /** The number of the tree that is served. */
  readonly current: number;
  tree(number: number): LiveTree;
  /** A new tree, empty. */
  fresh(): Promise<number>;
  /**
   * Adds everything that stands in the current tree, but for the files of these paths: gone, or written already.
   * They are links between trees: a tree is only ever changed by renaming over a name.
   */
  complete(number: number, without: ReadonlySet<string>): Promise<void>;
  /** Serves another tree: one rename of the link. */
  serve(number: number): Promise<void>;
  /** All trees that are there. */
  numbers(): number[];
  /** Lets go of a tree that is not served. */
  drop(number: number): Promise<void>;
}

/** Every stored page and asset by the SHA-256 of its bytes: what rollbacks are made of. */
export interface ObjectStore {
  has(object: ObjectDigest): boolean;
  /** Keeps bytes; durably, unless `bulk`, where one `flush` for all of them follows. */
  keep(object: ObjectDigest, bytes: Uint8Array, options?: { bulk?: boolean }): Promise<void>;
  flush(): Promise<void>;
  /** @throws OutputFault where it is missing or its bytes are not those of its name. */
  read(object: ObjectDigest): Promise<Uint8Array>;
  /** The bytes alone, unverified: for searching. */
  peek(object: ObjectDigest): Promise<Uint8Array | undefined>;
  remove(object: ObjectDigest): Promise<void>;
  /** The folders that objects lie in. */
  folders(): Promise<string[]>;
  /** Drops everything in a folder that is no wanted object. */
  sweep(folder: string, wanted: (object: ObjectDigest) => boolean): Promise<void>;
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
  /** Where a 301 leads. */
  location: string | undefined;
  /** Undefined where unknown: render again. */
  view: ViewDigest | undefined;
  object: ObjectDigest | undefined;
  size: number;
  mtime: number;
}

/** A file whose new bytes wait; a page that is kept tells what it names (`marks.ts`). */
export interface StagedFile extends FileRecord {
  marks?: Uint8Array | undefined;
}

/**
 * Why a release was made: new content, other templates, a person's rollback, and what goes live while one is
 * pinned all the same.
 */
export type ReleaseKind = 'content' | 'template' | 'rollback' | 'removal' | 'urgent';

/** A release: the pointer that makes everything written before it count. */
export interface Release {
  number: number;
  kind: ReleaseKind;
  epoch: string;
  revision: number;
  bundle: string;
  /** Digest of what stood on every page. */
  frame: string;
  /** ISO 8601, UTC. */
  at: string;
  counts: Counts;
  /** A person's decision that it rests on, in Chinese: which release was rolled back to, which brake was overridden. */
  note: string | undefined;
}

export interface Counts {
  /** Pages that stand. */
  pages: number;
  /** Pages whose view was computed. */
  viewed: number;
  rendered: number;
  written: number;
  removed: number;
}

/** An editor's act that a release took up. */
export interface Cause {
  type: ItemType;
  id: string;
  revision: number;
  /** 发布, 撤稿 …; 更改 where the feed names none. */
  act: string;
  title: string;
}

/** A path as it stands in a release; `object` is undefined where the release removed it. */
export interface ReleasedFile extends Omit<FileRecord, 'mtime'> {
  release: number;
  /** Why the release changed it: a place in the release's causes; undefined where no single act did. */
  cause: number | undefined;
}

/** publisher.db: what is live. */
export interface Files {
  file(path: string): FileRecord | undefined;
  /** Every file, by path; read as it is walked. */
  files(): Iterable<FileRecord>;
  /** So many files behind a path, by path. */
  filesAfter(path: string, limit: number): FileRecord[];
  /** Addresses that answer otherwise than 200, the pages for missing and gone ones aside: what web servers must be told. */
  moved(): { path: string; status: number; location: string | undefined }[];
  /** Files whose bytes are unknown, or pages whose view is: to be looked at again. */
  unsure(): { path: string; origin: Origin }[];
  isUnknown(path: string): boolean;
  /** Marks paths unknown: before their first byte changes, or where they are not what we wrote. */
  doubt(entries: readonly { path: string; origin: Origin }[]): void;
  /** Forgets every page's view: all are looked at in the next pass. */
  forgetViews(): void;
  /** A second later than every one before, and not before now. */
  nextStamp(nowSeconds: number): number;
  /** Since when the code no longer brings a hashed asset along, in seconds since 1970; undefined while it does. */
  retiredSince(path: string): number | undefined;
  /** The tree that the last release stands in. */
  tree(): number | undefined;
  /** The tree of an earlier release, left as it was when another took its place: the quickest way back to it. */
  keptTree(): KeptTree | undefined;
  /** From here on the kept tree is no release's: before its first file changes, or before it goes. */
  forgetKeptTree(): void;
}

export interface KeptTree {
  number: number;
  release: number;
}

/** publisher.db: releases and what they changed. */
export interface Releases {
  lastRelease(): Release | undefined;
  release(number: number): Release | undefined;
  /** The newest first. */
  releases(limit: number): Release[];
  causes(release: number): Cause[];
  /** What a release changed, by path. */
  changedIn(release: number): ReleasedFile[];
  /** The newest change of a path up to a release. */
  fileAt(path: string, release: number): ReleasedFile | undefined;
  /** Every path that a release after this one changed. */
  changedAfter(release: number): string[];
  /** Every path that a release after the first one changed, up to the second one. */
  changedBetween(after: number, upTo: number): string[];
  /** Every path of a release, by path; removed ones are left out. */
  manifest(release: number): Iterable<ReleasedFile>;
  /** The release that is pinned. */
  pinned(): number | undefined;
  /** Ends the pin. */
  unpin(): void;
  /** The pointer: records, release, causes and receipts in one transaction. */
  finish(done: FinishedPass): Release;
  /** Lets go of all releases but the newest; answers the objects and the originals that nothing names any more. */
  forgetReleases(keep: number): { objects: ObjectDigest[]; sha256s: string[] };
  /** Whether the live tree or any retained release names an object. */
  isNamed(object: ObjectDigest): boolean;
  /** Every object that a retained release has at a path. */
  pastOf(path: string): ObjectDigest[];
  /** Whether any file of the live tree is made of this original. */
  isShown(sha256: string): boolean;
  /** Objects that only the past names: not what is live. */
  pastObjects(origin: Origin): ObjectDigest[];
  /** Every page's object, live or past, that has one of the marks. */
  marked(marks: readonly Uint8Array[]): ObjectDigest[];
  /** Where an object stands in the live tree. */
  pathsNow(object: ObjectDigest): string[];
  /** Every path that a retained release has an object at. */
  pathsEver(object: ObjectDigest): string[];
  /** Every path at which a retained release has something made of an original. */
  pathsMadeOf(sha256: string): string[];
  /** In every retained release, the paths of these objects get what is live there now, or nothing. */
  replacePast(objects: readonly ObjectDigest[]): void;
  /** Everything made of these originals, which nothing live names: taken out of every retained release. */
  dropPastMedia(sha256s: ReadonlySet<string>): void;
  /** Removals whose traces are still to be wiped from the past. */
  purges(): Purge[];
  purged(id: number): void;
}

/** What must be found nowhere any more (law 6). */
export interface Purge {
  id: number;
  items: ItemName[];
  /** Paths that every mention of a removed item links to. */
  paths: string[];
  /** Originals that no live item names any more. */
  sha256s: string[];
}

/** publisher.db: what the publisher still has to tell, and what it may not forget. */
export interface Desk {
  quarantined(): QuarantinedItem[];
  /** Takes items up into quarantine, and lets those go that came again. */
  quarantine(items: readonly QuarantinedItem[], released: readonly ItemName[] | 'all others'): void;
  /** Everything that was found and still stands, by what it was found at: a page's path, or an item's type and id. */
  findings(): Map<string, Finding[]>;
  outbox(): { id: number; receipts: Receipts }[];
  sent(id: number): void;
}

export interface State extends Files, Releases, Desk {}

export interface FinishedPass {
  release: Omit<Release, 'number'>;
  /** The tree it stands in. */
  tree: number;
  /** The tree that it took the place of. */
  kept?: KeptTree | undefined;
  written: (StagedFile & { cause?: number | undefined })[];
  removed: readonly { path: string; cause?: number | undefined }[];
  /** Files whose bytes stayed although the view's digest moved. */
  reviewed: readonly { path: string; view: ViewDigest }[];
  /** Pages that could not be made: the last good bytes stay, and the next pass looks again. */
  failed: readonly string[];
  /** What was found where something was looked at; an empty list where nothing stands any more. */
  findings: ReadonlyMap<string, readonly Finding[]>;
  causes: readonly Cause[];
  purge: Omit<Purge, 'id'> | undefined;
  /** The release that is pinned from now on. */
  pin?: number;
  /** The assets that the code brings along, where it is other code than before; others of ours retire. */
  assets?: readonly string[] | undefined;
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
