/** Looking at one page: its view, the view's digest, and its bytes when they are wanted. Faults get a name. */
import { type ViewDigest, viewDigest } from '@xinglin/shared/digest.js';
import type { Renderer, Route } from '@xinglin/shared/renderer.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

/** A page that could not be made. */
export interface PageFault {
  path: string;
  /** One Chinese sentence. */
  problem: string;
}

export interface Seen {
  view: unknown;
  digest: ViewDigest;
}

/** Computes a planned page's view. */
export function look(renderer: Renderer, snapshot: Snapshot, { path }: Route): Seen | PageFault {
  try {
    const view = renderer.view(snapshot, path);
    return { view, digest: viewDigest(view) };
  } catch (error) {
    return { path, problem: `${path} 的内容整理不出来：${reasonOf(error)}` };
  }
}

/** Renders a view; another status than the planned one is a fault, not a page. */
export async function render(
  renderer: Renderer,
  { path, status }: Route,
  view: unknown,
): Promise<{ body: Uint8Array } | PageFault> {
  try {
    const answer = await renderer.render(path, view);
    if (answer.status === status) return { body: answer.body };
    return { path, problem: `${path} 生成出了状态 ${answer.status}，计划是 ${status}` };
  } catch (error) {
    return { path, problem: `${path} 的页面生成不出来：${reasonOf(error)}` };
  }
}

export function isFault(value: object): value is PageFault {
  return 'problem' in value;
}

/** An error's first line: a page's fault is told to the office, which has no use for a stack. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0]?.slice(0, 300) || '原因不明';
}
