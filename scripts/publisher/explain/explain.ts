/** Why a path is as it is: its page, the documents it is made from, and the act that last changed it. */
import { type Item, itemTypes } from '@xinglin/shared/content/item.js';
import { objectDigest, viewDigest } from '@xinglin/shared/digest.js';
import type { Tombstone } from '@xinglin/shared/feed.js';
import { fileOf, isPaged, itemPath, parseItemPath } from '@xinglin/shared/paths.js';
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Cause, FileRecord, Files, ReleaseKind, Releases } from '../ports.ts';
import type { FolderReader } from '../verify/audit.ts';
import { called } from '../verify/texts.ts';
import { type Question, type Read, recording } from './recording.ts';
import { ruleOf } from './rules.ts';

export interface Sources {
  renderer: Pick<Renderer, 'route' | 'view'>;
  snapshot: Snapshot;
  state: Pick<
    Files & Releases,
    'file' | 'isUnknown' | 'fileAt' | 'lastRelease' | 'release' | 'causes' | 'pinned'
  >;
  tree: FolderReader;
}

/** When a path last changed, and why. */
export interface LastChange {
  release: number;
  /** ISO 8601, UTC; absent where the release was pruned. */
  at?: string;
  kind?: ReleaseKind;
  /** The act that led to it; absent where no single one did. */
  cause?: Cause;
  /** Whether it took the path away. */
  removed: boolean;
}

export interface Explanation {
  path: string;
  /** What stands there for readers: by the newest content, or by what is live. */
  stands: 'page' | 'moved' | 'withdrawn' | 'gone' | 'media' | 'asset' | 'nothing';
  /** One Chinese sentence. */
  why: string;
  route?: Route;
  /** What the view was made from; only where there is a route. */
  reads: Read[];
  questions: Question[];
  live?: {
    file: FileRecord;
    /** Whether the bytes that lie there are those of the record. */
    matches: boolean;
    /** Whether the newest content gives the same view; absent where there is none to compare. */
    current?: boolean;
  };
  lastChange?: LastChange;
  pinned?: number;
}

/** `path` is a URL path as readers ask for it, with the slash at its end. */
export async function explain(path: string, sources: Sources): Promise<Explanation> {
  const { renderer, snapshot, state } = sources;
  const route = renderer.route(snapshot, path);
  const record = state.file(path);
  const noted = recording(snapshot);
  const view = route && viewDigest(renderer.view(noted.snapshot, path));
  const last = state.lastRelease();
  const changed = last && state.fileAt(path, last.number);
  const pinned = state.pinned();
  return {
    path,
    ...standingOf(path, route, record, snapshot),
    ...(route && { route }),
    reads: noted.reads(),
    questions: noted.questions(),
    ...(record?.object !== undefined && { live: await liveOf(record, view, sources) }),
    ...(changed && { lastChange: changeOf(changed, state) }),
    ...(pinned !== undefined && { pinned }),
  };
}

async function liveOf(record: FileRecord, view: string | undefined, { tree }: Sources) {
  const bytes = await tree.read(fileOf(record.path));
  const matches = bytes !== undefined && objectDigest(bytes) === record.object;
  // A page that a rollback put there has no known view.
  const current = view !== undefined && record.view !== undefined ? record.view === view : undefined;
  return { file: record, matches, ...(current !== undefined && { current }) };
}

function changeOf(
  { release, cause, object }: NonNullable<ReturnType<Releases['fileAt']>>,
  state: Sources['state'],
): LastChange {
  const made = state.release(release);
  const act = cause === undefined ? undefined : state.causes(release)[cause];
  return {
    release,
    ...(made && { at: made.at, kind: made.kind }),
    ...(act && { cause: act }),
    removed: object === undefined,
  };
}

type Standing = Pick<Explanation, 'stands' | 'why'>;

function standingOf(
  path: string,
  route: Route | undefined,
  record: FileRecord | undefined,
  snapshot: Snapshot,
): Standing {
  if (route?.status === 301) return { stands: 'moved', why: moved(path, route, snapshot) };
  const former = formerStanding(path, snapshot);
  if (route?.status === 410 && former !== undefined) return former;
  if (route !== undefined) return { stands: 'page', why: `${ruleOf(route.kind)}。` };
  if (record?.origin === 'media') return { stands: 'media', why: mediaUse(path, snapshot) };
  if (record?.origin === 'asset') return { stands: 'asset', why: '网站模板带来的文件（样式、脚本等）。' };
  return former ?? { stands: 'nothing', why: nothing(path, record) };
}

function nothing(path: string, record: FileRecord | undefined): string {
  if (record !== undefined) return '现在的内容里没有这一页，线上的会在下次发布时去掉。';
  return parseItemPath(path) === undefined
    ? '网站没有安排这样的网址。'
    : '现在没有已发布的内容用这个网址，从前也没有过。';
}

function moved(path: string, route: Route, snapshot: Snapshot): string {
  const address = parseItemPath(path);
  const standing = address && snapshot.formerly(address);
  const to = route.location ?? '';
  if (standing !== undefined && 'item' in standing) {
    return `这是${called(standing.item)}从前的网址，301 转到现在的 ${to}。`;
  }
  return `这里的内容撤下时指定了去处，301 转到 ${to}。`;
}

function formerStanding(path: string, snapshot: Snapshot): Standing | undefined {
  const address = parseItemPath(path);
  const standing = address && snapshot.formerly(address);
  if (standing === undefined) return undefined;
  if ('tombstone' in standing) return gone(standing.tombstone);
  const { item } = standing;
  const to = isPaged(item) ? itemPath(item.type, item.slug) : '';
  return { stands: 'moved', why: `这是${called(item)}从前的网址，现在是 ${to}。` };
}

function gone({ reason, explanation, redirectTo, revision, act = '更改' }: Tombstone): Standing {
  const by = `（${act}，修订 ${revision}）`;
  if (reason === 'redirect')
    return { stands: 'moved', why: `这里的内容已撤下，转到 ${redirectTo ?? ''}${by}。` };
  if (reason === 'withdrawn') {
    const said = explanation === undefined ? '没有写说明' : `说明是「${explanation}」`;
    return { stands: 'withdrawn', why: `这里的内容已撤稿，${said}${by}。` };
  }
  return { stands: 'gone', why: `这里的内容已下线，不再提供${by}。` };
}

/** A media path carries the hash of the original that it was made from. */
function mediaUse(path: string, snapshot: Snapshot): string {
  const sha256 = /\/([0-9a-f]{64})/.exec(path)?.[1];
  const owners = snapshot.all('media').filter((media) => media.sha256 === sha256);
  const users = owners.flatMap((owner) =>
    itemTypes.flatMap((type): Item[] => snapshot.naming({ owner: { type: 'media', id: owner.id }, type })),
  );
  const names = owners.map((owner) => called(owner)).join('、');
  const used = [...new Set(users.map(called))];
  const some = used.slice(0, 5).join('、');
  const more = used.length > 5 ? ` 等 ${used.length} 条内容` : '';
  return owners.length === 0
    ? '一个媒体文件，媒体库里已经没有它的原件。'
    : `${names}的文件，用到它的有：${some || '没有内容'}${more}。`;
}
