/** The releases with what each changed and why: which editor's act led to which pages. */
import type { Cause, Release, ReleasedFile, Releases } from '../ports.ts';
import { shanghaiTime } from '../shanghai.ts';
import { actOf, kindNames } from './release-words.ts';

/** The pages that follow from one act; `cause` is absent where no single act led to them. */
export interface Effect {
  cause?: Cause;
  changed: string[];
  removed: string[];
}

export interface ListedRelease {
  release: Release;
  /** It is what readers get; while one is pinned, the pinned one's content is. */
  live: boolean;
  pinned: boolean;
  effects: Effect[];
}

type Source = Pick<Releases, 'releases' | 'release' | 'lastRelease' | 'causes' | 'changedIn' | 'pinned'>;

/** The newest releases first; only the one of that number where it is given. */
export function listReleases(
  state: Source,
  { limit, number }: { limit: number; number?: number },
): ListedRelease[] {
  const last = state.lastRelease()?.number;
  const pinned = state.pinned();
  const one = number === undefined ? undefined : state.release(number);
  const listed = number === undefined ? state.releases(limit) : one === undefined ? [] : [one];
  return listed.map((release) => ({
    release,
    live: release.number === last,
    pinned: release.number === pinned,
    effects: effectsOf(state.causes(release.number), state.changedIn(release.number)),
  }));
}

/** Every act, those without a page too, then what no single act led to. */
function effectsOf(causes: readonly Cause[], files: readonly ReleasedFile[]): Effect[] {
  const effects: Effect[] = causes.map((cause) => ({ cause, changed: [], removed: [] }));
  const rest: Effect = { changed: [], removed: [] };
  for (const { path, object, cause } of files) {
    const effect = (cause === undefined ? undefined : effects[cause]) ?? rest;
    (object === undefined ? effect.removed : effect.changed).push(path);
  }
  return rest.changed.length + rest.removed.length > 0 ? [...effects, rest] : effects;
}

/** How much of a release is told. */
export interface Told {
  effects: number;
  paths: number;
}

export const summary: Told = { effects: 4, paths: 3 };
export const everything: Told = { effects: Number.POSITIVE_INFINITY, paths: Number.POSITIVE_INFINITY };

export function releaseLines({ release, live, pinned, effects }: ListedRelease, told: Told): string[] {
  const { number, at, kind, revision, counts, note } = release;
  const marks = [...(live ? ['● 线上'] : []), ...(pinned ? ['📌 固定在此'] : [])].join(' ');
  return [
    `第 ${number} 次  ${shanghaiTime(at)}  ${kindNames[kind]}  修订 ${revision}  ` +
      `生成 ${counts.rendered} 页，写入 ${counts.written} 个文件，去掉 ${counts.removed} 个，共 ${counts.pages} 页  ${marks}`.trimEnd(),
    ...(note === undefined ? [] : [`    ${note}`]),
    ...effects.slice(0, told.effects).flatMap((effect) => effectLines(effect, told)),
    ...(effects.length > told.effects
      ? [`    …… 还有 ${effects.length - told.effects} 件事，见 pnpm releases --release ${number}`]
      : []),
  ];
}

function effectLines({ cause, changed, removed }: Effect, { paths }: Told): string[] {
  const what = cause === undefined ? '不单独归于哪件事' : actOf(cause);
  const count = changed.length + removed.length;
  const marked = [...changed, ...removed.map((path) => `−${path}`)];
  if (count === 0) return [`    ${what} → 没有另外改动页面`];
  if (paths === Number.POSITIVE_INFINITY) {
    return [`    ${what} → ${count} 个文件：`, ...marked.map((path) => `      ${path}`)];
  }
  const more = count > paths ? ' …' : '';
  return [`    ${what} → ${count} 个文件：${marked.slice(0, paths).join(' ')}${more}`];
}
