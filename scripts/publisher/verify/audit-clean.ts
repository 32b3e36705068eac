/**
 * Law 2, asked of the live site: every file is byte for byte what a clean render of the current snapshot gives.
 * Page by page, nothing is kept; reads only. What differs while the publisher is at work is asked again until the
 * snapshot, the record and the file stand still.
 */
import { objectDigest } from '@xinglin/shared/digest.js';
import { fileOf } from '@xinglin/shared/paths.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { isFault, look, render } from '../look.ts';
import { mediaFiles } from '../media-plan.ts';
import type { Bundle, Files, Releases } from '../ports.ts';
import { type AuditFault, byPath, type FolderReader, type OnProgress, sampleOf } from './audit.ts';
import { firstByteDifference } from './first-difference.ts';
import { lastingFaults, type Sight } from './rounds.ts';

export interface CleanAudit {
  bundle: Bundle;
  snapshot: WritableSnapshot;
  state: Pick<Files & Releases, 'file' | 'files' | 'lastRelease'>;
  tree: FolderReader;
  /** Waits until the publisher may have come further. */
  settle(): Promise<void>;
  /** Renders so many pages only. */
  sample?: number | undefined;
  onProgress?: OnProgress;
}

/** Every difference, by path. */
export async function auditClean(audit: CleanAudit): Promise<{ faults: AuditFault[]; pages: number }> {
  const { bundle, snapshot, state, settle, sample, onProgress } = audit;
  const planned = bundle.renderer.plan(snapshot).map(({ path }) => path);
  const look = async (path: string): Promise<Sight> => {
    const fault = await faultAt(path, audit);
    const last = state.lastRelease();
    const stamp = `${snapshot.version} ${last?.number} ${state.file(path)?.object}`;
    return { faults: fault === undefined ? [] : [fault], stamp, busy: last?.revision !== snapshot.revision };
  };
  const faults = await lastingFaults(sampleOf(planned, sample), { look, settle, onProgress });
  if (sample !== undefined) return { faults: byPath(faults), pages: planned.length };
  const others = new Set([...bundle.assets, ...mediaFiles(snapshot)].map(({ path }) => path));
  for (const { path } of state.files()) others.add(path);
  for (const path of planned) others.delete(path);
  const further = await lastingFaults([...others], { look, settle });
  return { faults: byPath([...faults, ...further]), pages: planned.length };
}

async function faultAt(path: string, audit: CleanAudit): Promise<AuditFault | undefined> {
  const { bundle, snapshot, tree } = audit;
  const route = bundle.renderer.route(snapshot, path);
  const live = await tree.read(fileOf(path));
  if (route === undefined) return faultOfOther(path, live, audit);
  const seen = look(bundle.renderer, snapshot, route);
  const made = isFault(seen) ? seen : await render(bundle.renderer, route, seen.view);
  if (isFault(made)) {
    const what = live === undefined ? '线上没有这一页' : '线上保留着上一版';
    return { kind: 'unmade', path, problem: `现在生成不出来，${what}：${made.problem}` };
  }
  if (live === undefined) return { kind: 'missing', path, problem: '应该有这一页，线上没有' };
  const difference = firstByteDifference(live, made.body);
  if (difference !== undefined) {
    return { kind: 'stale', path, problem: '和从头生成的不一样', difference };
  }
  const record = audit.state.file(path);
  if (record?.status === route.status && record.location === route.location) return undefined;
  const [is, should] = [record, route].map((one) =>
    `${one?.status ?? '无记录'} ${one?.location ?? ''}`.trim(),
  );
  return { kind: 'stale', path, problem: `记录的应答是 ${is}，应是 ${should}` };
}

/** A path that is no page: a media file, an asset, or a page that should be gone. */
async function faultOfOther(
  path: string,
  live: Uint8Array | undefined,
  { bundle, state, snapshot }: CleanAudit,
): Promise<AuditFault | undefined> {
  const asset = bundle.assets.find((one) => one.path === path);
  if (asset !== undefined) {
    if (live === undefined) return { kind: 'missing', path, problem: '网站模板的文件不见了' };
    const difference = firstByteDifference(live, await bundle.read(asset));
    return difference && { kind: 'stale', path, problem: '和网站模板里的文件不一样', difference };
  }
  if (/^\/(?:media|files)\//.test(path)) return mediaFault(path, live, mediaPaths(snapshot).has(path));
  const record = state.file(path);
  // Assets of former templates stay for a while: a page rendered with them may still be open somewhere.
  if (record === undefined || record.object === undefined || record.origin === 'asset') return undefined;
  return { kind: 'unplanned', path, problem: '现在的内容里没有这一页，线上还有' };
}

/** A document's bytes are named by their own hash; a picture's are held to their record (`audit-tree.ts`). */
function mediaFault(path: string, live: Uint8Array | undefined, wanted: boolean): AuditFault | undefined {
  if (!wanted) {
    return live && { kind: 'unplanned', path, problem: '没有内容用到这个媒体文件，线上还有' };
  }
  if (live === undefined) return { kind: 'missing', path, problem: '内容用到这个媒体文件，线上没有' };
  const named = /^\/files\/[0-9a-f]{2}\/([0-9a-f]{64})/.exec(path)?.[1];
  if (named === undefined || named === objectDigest(live)) return undefined;
  return { kind: 'changed', path, problem: '和媒体库登记的校验值不符' };
}

const wantedMedia = new WeakMap<WritableSnapshot, { version: string; paths: ReadonlySet<string> }>();

function mediaPaths(snapshot: WritableSnapshot): ReadonlySet<string> {
  const known = wantedMedia.get(snapshot);
  if (known?.version === snapshot.version) return known.paths;
  const paths = new Set(mediaFiles(snapshot).map(({ path }) => path));
  wantedMedia.set(snapshot, { version: snapshot.version, paths });
  return paths;
}
