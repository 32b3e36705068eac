/** What a pass has before it: plan, candidates, what is lost. Reads only; brakes hold here. */
import type { Change } from '@xinglin/shared/feed.js';
import type { Route } from '@xinglin/shared/renderer.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { planBrake } from './brakes.ts';
import { candidates, lostFiles, planProblem } from './candidates.ts';
import { BrakeFault, BundleFault } from './faults.ts';
import { type MediaFile, mediaFiles } from './media-plan.ts';
import type { Asset, Bundle, FileRecord, Release, State } from './ports.ts';

export interface Survey {
  files: Map<string, FileRecord>;
  unknown: Set<string>;
  /** Everything since the last release: what the receipts are about. */
  changes: Change[];
  planned: Route[];
  plannedPaths: Set<string>;
  /** Pages to look at. */
  pages: Route[];
  /** Media and assets that are not live yet, or no longer known to be right. */
  media: MediaFile[];
  assets: Asset[];
  lost: FileRecord[];
  last: Release | undefined;
}

/** @throws BundleFault where the plan cannot be files, BrakeFault where it loses too many pages. */
export function survey(
  bundle: Bundle,
  snapshot: WritableSnapshot,
  state: Pick<State, 'files' | 'unknownPaths' | 'lastRelease'>,
  options: { acceptShrink: boolean; full: boolean },
): Survey {
  const files = state.files();
  const unknown = state.unknownPaths();
  const last = state.lastRelease();
  const changes = snapshot.changesSince(last?.epoch === snapshot.epoch ? last.revision : 0);
  const planned = asked(() => bundle.renderer.plan(snapshot));
  const problem = planProblem(planned, bundle.assets);
  if (problem !== undefined) {
    throw new BundleFault(
      `网站模板的页面计划有矛盾：${problem}。网站没有改动。`,
      '请修改模板或相关内容的网址，然后重新发布。',
    );
  }
  const plannedPaths = new Set(planned.map(({ path }) => path));
  const pagesBefore = [...files.values()].filter(({ origin }) => origin === 'page').map(({ path }) => path);
  const brake = planBrake(pagesBefore, plannedPaths);
  if (brake !== undefined && !options.acceptShrink) {
    throw new BrakeFault(brake, '刹车已拉住：网站照旧，什么也没有删除。');
  }
  const all =
    options.full || last === undefined || last.epoch !== snapshot.epoch || last.bundle !== bundle.digest;
  const paths = all ? undefined : new Set(asked(() => bundle.renderer.affected(snapshot, snapshot.delta())));
  const affected = paths === undefined ? 'all' : planned.filter(({ path }) => paths.has(path));
  const wantedMedia = mediaFiles(snapshot);
  const wanted = new Set([...planned, ...wantedMedia, ...bundle.assets].map(({ path }) => path));
  const stands = ({ path }: { path: string }) => files.get(path)?.object !== undefined && !unknown.has(path);
  return {
    files,
    unknown,
    changes,
    planned,
    plannedPaths,
    pages: candidates(planned, affected, { files, unknown }),
    media: wantedMedia.filter((file) => options.full || !stands(file)),
    // Assets are few and change with the bundle only.
    assets: all ? bundle.assets : bundle.assets.filter((asset) => !stands(asset)),
    lost: lostFiles(wanted, files),
    last,
  };
}

/** A plan that stumbles leaves nothing to go on with: unlike a page's fault it stops the pass. */
function asked<Value>(question: () => Value): Value {
  try {
    return question();
  } catch (error) {
    throw new BundleFault(
      `网站模板排不出页面计划：${(error as Error).message}。网站没有改动。`,
      '模板和内容约定可能不是同一个版本：请重新构建（npm start 会自动构建），再发布。',
    );
  }
}
