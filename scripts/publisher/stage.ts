/** Makes all bytes that a pass needs and stages them where readers cannot see them. Nothing becomes visible here. */
import { objectDigest, type ViewDigest } from '@xinglin/shared/digest.js';
import { failureBrake } from './brakes.ts';
import { brokenMedia } from './broken-media.ts';
import { compressed } from './compress.ts';
import { BundleFault } from './faults.ts';
import { gatherFindings } from './gather-findings.ts';
import type { PageFault } from './look.ts';
import type { Made, PageBench, PageOrder } from './make-page.ts';
import { makeHere } from './makers.ts';
import type { LiveTree, Origin, StagedFile } from './ports.ts';
import { type MediaProblem, stageMedia } from './stage-media.ts';
import { stored } from './stored.ts';
import type { Survey } from './survey.ts';
import { pageVerifier } from './verifier.ts';
import type { Finding } from './verify/findings.ts';
import type { PublishOptions, Workshop } from './workshop.ts';

export interface Staged {
  /** Files whose new bytes wait. */
  files: StagedFile[];
  /** How many of them are pages that stood nowhere before. */
  freshPages: number;
  /** Pages whose view moved and whose bytes did not. */
  reviewed: { path: string; view: ViewDigest }[];
  pageFaults: PageFault[];
  mediaProblems: MediaProblem[];
  /** Media that may be had at another time. */
  mediaToRetry: string[];
  /** What was found at pages that were rendered, media that were tried, items that were looked at; empty for nothing. */
  findings: Map<string, Finding[]>;
  rendered: number;
}

/** From so many files on they are made durable all at once. */
const bulkFrom = 200;
/** From so many pages on more threads pay for their start. */
const poolFrom = 400;

export interface Place {
  tree: LiveTree;
  /** Seconds: what the written files carry. */
  stamp: number;
}

export async function stageAll(
  workshop: Workshop,
  before: Survey,
  { tree, stamp }: Place,
  options: PublishOptions,
): Promise<Staged> {
  const { bundle, state, snapshot, objects } = workshop;
  const staged: Staged = {
    ...{ files: [], freshPages: 0, reviewed: [], pageFaults: [] },
    ...{ mediaProblems: [], mediaToRetry: [], findings: new Map(), rendered: 0 },
  };
  const bulk = before.pages.length + before.media.length > bulkFrom;
  const keeping = { objects, encode: options.encode === false ? undefined : compressed, bulk };
  const put = async (path: string, origin: Origin, bytes: Uint8Array): Promise<void> => {
    options.signal?.throwIfAborted();
    const object = objectDigest(bytes);
    const known = state.file(path);
    if (known?.object === object && !state.isUnknown(path) && !before.full) return;
    const file = origin === 'asset' ? await stored(keeping, object, path, bytes) : { bytes };
    await tree.stage(path, file, stamp, { bulk });
    const record = { path, origin, kind: origin, status: 200 as const, location: undefined };
    staged.files.push({ ...record, view: undefined, object, size: bytes.byteLength, mtime: stamp });
  };
  for (const asset of before.assets) await put(asset.path, 'asset', await bundle.read(asset));
  const broken = brokenMedia(workshop, before);
  staged.mediaProblems.push(...broken.problems);
  for (const [subject, found] of broken.findings) staged.findings.set(subject, found);
  await stageMedia(workshop, before, (path, bytes) => put(path, 'media', bytes), staged);

  const fresh = new Set(staged.files.map(({ path }) => path));
  const lost = new Set(before.lost.map(({ path }) => path));
  const isFile = (path: string) => {
    const file = fresh.has(path) || lost.has(path) ? undefined : state.file(path);
    return fresh.has(path) || (file?.object !== undefined && file.origin !== 'page');
  };
  const verify = pageVerifier(bundle.renderer, snapshot, isFile);
  const files = function* () {
    yield* fresh;
    for (const { path, origin } of state.files()) if (origin !== 'page' && !lost.has(path)) yield path;
  };
  const bench: PageBench = { renderer: bundle.renderer, snapshot, ...keeping, tree, stamp, verify, files };
  const orders = before.pages.map((route): PageOrder => {
    const known = state.file(route.path);
    const write = before.full || (known !== undefined && state.isUnknown(route.path));
    return { route, known, render: before.last?.bundle !== bundle.digest, write };
  });
  const make = orders.length >= poolFrom ? (workshop.makers ?? makeHere) : makeHere;
  let done = 0;
  const raw: Finding[] = [];
  const each = (made: Made): void => {
    take(staged, made, workshop, raw);
    done += 1;
    options.onProgress?.({ step: 'pages', done, total: orders.length });
  };
  await make(bench, orders, each, options.signal);
  await gatherFindings(workshop, before, staged, { raw, isFile });
  if (bulk) await Promise.all([tree.flush(), objects?.flush()]);
  refuseBrokenTemplates(staged, before);
  options.signal?.throwIfAborted();
  return staged;
}

function take(staged: Staged, made: Made, { state }: Workshop, raw: Finding[]): void {
  if (made.outcome === 'same') return;
  if (made.outcome === 'failed') {
    staged.pageFaults.push(made.fault);
    return;
  }
  staged.rendered += 1;
  staged.findings.set(made.outcome === 'staged' ? made.file.path : made.path, []);
  raw.push(...made.findings);
  if (made.outcome === 'reviewed') staged.reviewed.push({ path: made.path, view: made.view });
  else {
    staged.files.push(made.file);
    if (state.file(made.file.path)?.object === undefined) staged.freshPages += 1;
  }
}

function refuseBrokenTemplates({ pageFaults }: Staged, before: Survey): void {
  const tried = before.pages.length;
  const standing = before.all ? tried : (before.last?.counts.pages ?? tried);
  const brake = failureBrake(pageFaults.length, tried, standing);
  if (brake === undefined) return;
  throw new BundleFault(
    `${brake}\n  例如：${pageFaults[0]?.problem}`,
    '请检查最近改动的网站模板，重新构建后再发布。',
  );
}
