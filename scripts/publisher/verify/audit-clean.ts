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
import { type AuditFault, type FolderReader, forEach, type OnProgress, sampleOf } from './audit.ts';
import { firstByteDifference } from './first-difference.ts';

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

/** So often a page that differs is rendered again. */
const patience = 8;

/** Every difference, by path. */
export async function auditClean(audit: CleanAudit): Promise<{ faults: AuditFault[]; pages: number }> {
  const { bundle, snapshot, sample } = audit;
  const planned = bundle.renderer.plan(snapshot).map(({ path }) => path);
  const faults: AuditFault[] = [];
  const take = async (path: string) => {
    const fault = await settledFault(path, audit);
    if (fault !== undefined) faults.push(fault);
  };
  await forEach(sampleOf(planned, sample), take, audit.onProgress ?? (() => {}));
  if (sample === undefined) {
    const others = new Set([...bundle.assets, ...mediaFiles(snapshot)].map(({ path }) => path));
    for (const { path } of audit.state.files()) others.add(path);
    for (const path of planned) others.delete(path);
    await forEach([...others], take, () => {});
  }
  return { faults: faults.sort((a, b) => (a.path < b.path ? -1 : 1)), pages: planned.length };
}

async function settledFault(path: string, audit: CleanAudit): Promise<AuditFault | undefined> {
  let before = standing(path, audit);
  for (let turn = 0; ; turn += 1) {
    const fault = await faultAt(path, audit);
    const after = standing(path, audit);
    if (fault === undefined) return undefined;
    // The same fault twice in a row, and nothing moved in between: it stays.
    const still = turn > 0 && after === before && !isBehind(audit);
    if (still || turn === patience) return fault;
    before = after;
    await audit.settle();
  }
}

/** Whether the snapshot holds what is not published yet. */
function isBehind({ snapshot, state }: CleanAudit): boolean {
  return state.lastRelease()?.revision !== snapshot.revision;
}

function standing(path: string, { snapshot, state }: CleanAudit): string {
  return `${snapshot.version} ${state.lastRelease()?.number} ${state.file(path)?.object}`;
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
