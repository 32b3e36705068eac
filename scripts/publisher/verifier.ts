/** What `verify/` needs to know of the site at hand: which paths stand once a pass is live. */
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Finding } from './verify/findings.ts';
import { verifyPage } from './verify/verify-page.ts';

/** @param isFile whether a picture, a document or an asset will stand at a path; never asked of a page. */
export function pageVerifier(
  renderer: Pick<Renderer, 'route'>,
  snapshot: Snapshot,
  isFile: (path: string) => boolean,
): (route: Route, body: Uint8Array) => Finding[] {
  const publicUrl = snapshot.site()?.url ?? '';
  const stands = standing(renderer, snapshot, isFile);
  return ({ path, kind }, body) => {
    // A page for what is gone names its own address.
    const standsHere = (target: string): boolean => target === path || stands(target);
    return verifyPage({ path, kind, body }, { publicUrl, stands: standsHere });
  };
}

/** Whether who follows a link gets a page or a file. Every path is worked out once. */
export function standing(
  renderer: Pick<Renderer, 'route'>,
  snapshot: Snapshot,
  isFile: (path: string) => boolean,
): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const asked = known.get(path);
    if (asked !== undefined) return asked;
    const status = renderer.route(snapshot, path)?.status;
    const found = (status !== undefined && status !== 410) || isFile(path);
    known.set(path, found);
    return found;
  };
}
