/** What a check of pages finds, before they go live. Findings are told; they never hold back what is urgent. */
import type { ItemType } from '@xinglin/shared/content/item.js';

/** Permanent names, for logs and filters. */
export type FindingKind =
  | 'empty-page'
  | 'malformed-xml'
  | 'malformed-json'
  | 'dead-link'
  | 'dead-anchor'
  | 'duplicate-id'
  | 'bad-head'
  | 'over-budget'
  | 'dead-reference'
  | 'unusable-media';

export interface Finding {
  /** The page it was found on; '' where the item that it is about has none. */
  path: string;
  kind: FindingKind;
  /** A problem: these bytes must not replace good ones. A warning: live all the same, and wants a look. */
  level: 'problem' | 'warning';
  /** One Chinese sentence that stands by itself. */
  text: string;
  /** The item whose office should know; absent where the templates are to blame. */
  item?: { type: ItemType; id: string };
  /** The place that a link meant, `/a/` or `/a/#b`: findings of many pages about one place are told once. */
  target?: string;
}

/** Kinds that make a page worse than the one it replaces: an empty page, a feed that no reader can read, a head that lies. */
const unfit: ReadonlySet<FindingKind> = new Set([
  'empty-page',
  'malformed-xml',
  'malformed-json',
  'bad-head',
  'unusable-media',
]);

/** A finding with the level that its kind has. */
export function finding(kind: FindingKind, path: string, text: string): Finding {
  return { path, kind, level: unfit.has(kind) ? 'problem' : 'warning', text };
}
