/**
 * One page, from its route to bytes that wait to be put in place. The publisher's own thread and the threads of
 * the pool both make pages by this function.
 */
import { type ObjectDigest, objectDigest, type ViewDigest } from '@xinglin/shared/digest.js';
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Encode } from './compress.ts';
import { isFault, look, type PageFault, render } from './look.ts';
import { marksOf } from './marks.ts';
import type { FileRecord, LiveTree, ObjectStore, StagedFile } from './ports.ts';
import { stored } from './stored.ts';
import { budgetOf, overBudget } from './verify/budgets.ts';
import type { Finding } from './verify/findings.ts';

/** What pages are made with, and where to. */
export interface PageBench {
  renderer: Renderer;
  snapshot: Snapshot;
  /** Absent where nothing is kept of what is written, as in a folder of somebody else's. */
  objects: ObjectStore | undefined;
  tree: LiveTree;
  /** Seconds: what the written files carry. */
  stamp: number;
  /** One `flush` follows for all. */
  bulk: boolean;
  /** Compresses a page's bytes; absent where only HTML is wanted. */
  encode: Encode | undefined;
  /** Looks a page's bytes over before they are put in place; absent where only the rendering is measured. */
  verify: ((route: Route, body: Uint8Array) => Finding[]) | undefined;
  /** Every picture, document and asset that stands or is staged: what another thread verifies against. */
  files(): Iterable<string>;
}

/** A page to make, and what stands there now. */
export interface PageOrder {
  route: Route;
  known: Pick<FileRecord, 'kind' | 'status' | 'location' | 'view' | 'object'> | undefined;
  /** Render whatever its view says: the templates are others. */
  render: boolean;
  /** Write whatever its bytes say: what stands there is not known. */
  write: boolean;
}

export type Made =
  /** All that it shows is as it was. */
  | { outcome: 'same' }
  /** What it shows moved, its bytes did not. */
  | { outcome: 'reviewed'; path: string; view: ViewDigest; findings: Finding[] }
  | { outcome: 'staged'; file: StagedFile; findings: Finding[] }
  | { outcome: 'failed'; fault: PageFault };

export async function makePage(
  bench: PageBench,
  { route, known, render: mustRender, write }: PageOrder,
): Promise<Made> {
  const { path, kind, status, location } = route;
  const seen = look(bench.renderer, bench.snapshot, route);
  if (isFault(seen)) return { outcome: 'failed', fault: seen };
  const placed = known?.kind === kind && known.status === status && known.location === location;
  if (!mustRender && !write && placed && known.view === seen.digest) return { outcome: 'same' };
  const answer = await render(bench.renderer, route, seen.view);
  if (isFault(answer)) return { outcome: 'failed', fault: answer };
  const { body } = answer;
  const findings = bench.verify?.(route, body) ?? [];
  const unfit = findings.find(({ level }) => level === 'problem');
  if (unfit !== undefined) return { outcome: 'failed', fault: { path, problem: unfit.text } };
  const object: ObjectDigest = objectDigest(body);
  if (!write && placed && known.object === object) {
    const heavy = await weigh(bench, route, body);
    return { outcome: 'reviewed', path, view: seen.digest, findings: [...findings, ...heavy] };
  }
  const file = await stored(bench, object, path, body);
  findings.push(...overBudget(path, kind, body.byteLength, file.gz?.byteLength));
  await bench.tree.stage(path, file, bench.stamp, { bulk: bench.bulk });
  const record = { path, origin: 'page' as const, kind, status, location };
  return {
    outcome: 'staged',
    file: {
      ...{ ...record, view: seen.digest, object, size: body.byteLength, mtime: bench.stamp },
      marks: bench.objects && marksOf(body),
    },
    findings,
  };
}

/** The budget of a page that is not written: it is compressed only where it may be too large. */
async function weigh({ encode }: PageBench, { path, kind }: Route, body: Uint8Array) {
  const most = budgetOf(kind)?.gzip ?? Number.POSITIVE_INFINITY;
  const variants = body.byteLength > most ? await encode?.(body, path) : undefined;
  return overBudget(path, kind, body.byteLength, variants?.gz?.byteLength);
}
