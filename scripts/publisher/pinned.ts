/**
 * While a release is pinned publishes queue, but what may not wait goes live all the same (law 6): removals, and
 * the emergency lane. Their pages are made from the newest content, page by page; all others stay as pinned.
 */
import { type Delta, itemOf } from '@xinglin/shared/delta.js';
import { lostMedia, mediaFilesOf, mediaTouched } from './media-plan.ts';
import { type Published, pass } from './pass.ts';
import type { FileRecord } from './ports.ts';
import { proveMedia } from './prove-media.ts';
import { namingObjects, tracesOf } from './purge.ts';
import { removalsIn, type Survey } from './survey.ts';
import { urgentIn } from './urgency.ts';
import type { PublishOptions, Workshop } from './workshop.ts';

export async function publishPinned(workshop: Workshop, options: PublishOptions): Promise<Published> {
  const { snapshot, state } = workshop;
  const last = state.lastRelease();
  if (last === undefined) throw new Error('A release is pinned, and there is none.');
  const delta = urgentIn(snapshot.delta());
  if (delta.length === 0) {
    const counts = { ...last.counts, viewed: 0, rendered: 0, written: 0, removed: 0 };
    return { release: last, made: false, counts, pageFaults: [], mediaProblems: [], findings: [] };
  }
  const first = await surveyPart(workshop, delta);
  const moved = await proveMedia(workshop, first.media, 'none', options.signal);
  const before = moved ? await surveyPart(workshop, delta) : first;
  return pass(workshop, { ...before, last, frame: last.frame }, options);
}

/** The pages that urgent changes touch, and every live page that mentions a removed item. */
async function surveyPart(workshop: Workshop, delta: Delta): Promise<Omit<Survey, 'last' | 'frame'>> {
  const { bundle, snapshot, state, objects } = workshop;
  const brought = delta.filter(({ after }) => itemOf(after) !== undefined);
  const paths = new Set(brought.length === 0 ? [] : bundle.renderer.affected(snapshot, brought));
  const traces = tracesOf(snapshot, delta);
  if (traces !== undefined && objects !== undefined) {
    for (const path of traces.paths) paths.add(path);
    const naming = await namingObjects(workshop, objects, traces);
    for (const path of naming.flatMap((object) => state.pathsNow(object))) paths.add(path);
  }
  const routes = [...paths].map((path) => ({ path, route: bundle.renderer.route(snapshot, path) }));
  const media = mediaFilesOf(snapshot, mediaTouched(delta).ids);
  const stands = (path: string) => state.file(path)?.object !== undefined;
  const gone = [
    ...routes.flatMap(({ path, route }) => (route === undefined ? [path] : [])),
    ...lostMedia(snapshot, removalsIn(delta), media),
  ];
  // A list may lose a neighbour without ever having named what was removed.
  const later = [...bundle.renderer.affected(snapshot, delta)].filter((path) => !paths.has(path));
  return {
    later,
    partial: removalsIn(delta).length > 0 ? 'removal' : 'urgent',
    all: false,
    full: false,
    delta,
    pages: routes.flatMap(({ route }) => route ?? []),
    media: media.filter(({ path }) => !stands(path)),
    assets: bundle.assets.filter(({ path }) => !stands(path)),
    lost: gone.flatMap((path): FileRecord[] => (stands(path) ? [state.file(path) as FileRecord] : [])),
  };
}
