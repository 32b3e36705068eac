/** Makes all bytes that a pass needs and stages them beside the live files. Nothing becomes visible here. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { objectDigest, type ViewDigest } from '@xinglin/shared/digest.js';
import type { Route } from '@xinglin/shared/renderer.js';
import { failureBrake } from './brakes.ts';
import { BundleFault } from './faults.ts';
import { isFault, look, type PageFault, render } from './look.ts';
import type { MediaFile } from './media-plan.ts';
import { type FileRecord, MediaFault, type Origin } from './ports.ts';
import type { Survey } from './survey.ts';
import type { PublishOptions, Workshop } from './workshop.ts';

/** A media file that could not be put live. */
export interface MediaProblem {
  id: string;
  name: string;
  problem: string;
}

export interface Staged {
  /** Files whose new bytes wait beside the old ones. */
  files: FileRecord[];
  /** Pages whose view moved and whose bytes did not. */
  reviewed: { path: string; view: ViewDigest }[];
  pageFaults: PageFault[];
  mediaProblems: MediaProblem[];
  rendered: number;
}

/** How many pictures are made at once: more gains nothing on two cores and costs memory. */
const picturesAtOnce = 2;

/** After so many pages readers and signals get their turn: unchanged pages alone would never wait for a disk. */
const pagesATurn = 50;

export async function stageAll(
  workshop: Workshop,
  before: Survey,
  stamp: number,
  options: PublishOptions,
): Promise<Staged> {
  const staged: Staged = { files: [], reviewed: [], pageFaults: [], mediaProblems: [], rendered: 0 };
  const stage = new Staging(workshop, before, stamp, staged, options);
  for (const asset of before.assets) {
    await stage.put(asset.path, 'asset', await workshop.bundle.read(asset));
  }
  await stage.media();
  for (const [index, route] of before.pages.entries()) {
    if (index % pagesATurn === 0) await nextTurn();
    await stage.page(route);
  }
  const brake = failureBrake(staged.pageFaults.length, before.pages.length, before.planned.length);
  if (brake !== undefined) {
    const [first] = staged.pageFaults;
    throw new BundleFault(
      `${brake}\n  例如：${first?.problem}`,
      '请检查最近改动的网站模板，重新构建后再发布。',
    );
  }
  options.signal?.throwIfAborted();
  return staged;
}

class Staging {
  readonly #workshop: Workshop;
  readonly #before: Survey;
  readonly #stamp: number;
  readonly #staged: Staged;
  readonly #options: PublishOptions;

  constructor(workshop: Workshop, before: Survey, stamp: number, staged: Staged, options: PublishOptions) {
    this.#workshop = workshop;
    this.#before = before;
    this.#stamp = stamp;
    this.#staged = staged;
    this.#options = options;
  }

  /** Stages bytes unless exactly these are live already. */
  async put(
    path: string,
    origin: Origin,
    body: Uint8Array,
    page?: { route: Route; view: ViewDigest },
  ): Promise<boolean> {
    this.#options.signal?.throwIfAborted();
    const object = objectDigest(body);
    const kind = page?.route.kind ?? origin;
    const status = page?.route.status ?? 200;
    const known = this.#before.files.get(path);
    const same = known?.object === object && known.status === status && known.kind === kind;
    if (same && !this.#before.unknown.has(path) && !this.#options.full) return false;
    await this.#workshop.live.stage(path, body, this.#stamp);
    this.#staged.files.push({
      path,
      origin,
      kind,
      status,
      view: page?.view,
      object,
      size: body.byteLength,
      mtime: this.#stamp,
    });
    return true;
  }

  /** Looks at a page; renders it where its view moved or is unknown. */
  async page(route: Route): Promise<void> {
    const { bundle, snapshot } = this.#workshop;
    const { path } = route;
    const seen = look(bundle.renderer, snapshot, route);
    if (isFault(seen)) return void this.#staged.pageFaults.push(seen);
    if (this.#isCurrent(route, seen.digest)) return;
    const answer = await render(bundle.renderer, route, seen.view);
    if (isFault(answer)) return void this.#staged.pageFaults.push(answer);
    this.#staged.rendered += 1;
    const put = await this.put(path, 'page', answer.body, { route, view: seen.digest });
    if (!put) this.#staged.reviewed.push({ path, view: seen.digest });
  }

  #isCurrent({ path, status, kind }: Route, digest: ViewDigest): boolean {
    const { last, files, unknown } = this.#before;
    if (this.#options.full || last?.bundle !== this.#workshop.bundle.digest || unknown.has(path))
      return false;
    const known = files.get(path);
    return known?.view === digest && known.status === status && known.kind === kind;
  }

  async media(): Promise<void> {
    const queue = [...this.#before.media];
    const failed = new Set<string>();
    const faults = this.#workshop.state.mediaFaults();
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await this.#oneMedia(next, failed, faults);
      }
    };
    await Promise.all(Array.from({ length: picturesAtOnce }, work));
  }

  /** An original that fails once is not tried again for its other widths. */
  async #oneMedia(
    { path, media }: MediaFile,
    failed: Set<string>,
    faults: Map<string, string>,
  ): Promise<void> {
    if (failed.has(media.sha256)) return;
    try {
      const known = this.#options.full ? undefined : faults.get(media.sha256);
      if (known !== undefined) throw new MediaFault(known, { lasting: false });
      await this.put(path, 'media', await this.#workshop.media.bytes(media, path));
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error;
      if (failed.has(media.sha256)) return;
      failed.add(media.sha256);
      if (error.lasting) this.#workshop.state.rememberMediaFault(media.sha256, error.message);
      this.#workshop.log('warn', 'media-unusable', error.message, { id: media.id, name: media.name });
      this.#staged.mediaProblems.push({ id: media.id, name: media.name, problem: error.message });
    }
  }
}
