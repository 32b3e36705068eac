/** Which pages the office's own acts may take away: what the brake does not count. */
import { type Delta, itemOf } from '@xinglin/shared/delta.js';
import { parseItemPath } from '@xinglin/shared/paths.js';
import type { Renderer } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

/**
 * All that a tombstone touches; and of what an edit touches the lists, which come and go with what they list. A
 * document that is gone without a tombstone explains nothing, and neither do site settings: they touch everything.
 */
export function explainedPaths(
  renderer: Pick<Renderer, 'affected'>,
  snapshot: Snapshot,
  delta: Delta,
): ReadonlySet<string> {
  const acts = delta.filter(({ type, after }) => type !== 'site' && after !== undefined);
  const removals = acts.filter(({ after }) => itemOf(after) === undefined);
  const edits = acts.filter(
    ({ before, after }) => itemOf(before) !== undefined && itemOf(after) !== undefined,
  );
  return new Set([
    ...renderer.affected(snapshot, removals),
    ...[...renderer.affected(snapshot, edits)].filter(isList),
  ]);
}

/** A channel's page is the list of its articles. */
function isList(path: string): boolean {
  const item = parseItemPath(path);
  return item === undefined || item.type === 'channel';
}
