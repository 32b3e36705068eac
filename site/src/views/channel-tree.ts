/** The channel tree as readers see it: a channel that holds nothing is not shown (DESIGN.md section 4). */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Channel } from '@xinglin/shared/content/channel.js';
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { onceAVersion } from './once.ts';
import type { Crumb } from './page.ts';

/** What a channel shows by being there. */
export const held = ['article', 'notice', 'page'] as const;

/** In the office's order. */
export function inOrder<Item extends { order: number; id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => a.order - b.order || compareCodeUnits(a.id, b.id));
}

const shown = onceAVersion(
  (snapshot) =>
    new Set(
      snapshot
        .all('channel')
        .filter((channel) => holds(snapshot, channel, []))
        .map(({ id }) => id),
    ),
);

/** Whether a channel or one below it holds anything. */
export function isShown(snapshot: Snapshot, channel: Channel): boolean {
  return shown(snapshot).has(channel.id);
}

function holds(snapshot: Snapshot, channel: Channel, above: readonly string[]): boolean {
  const owner = { type: 'channel', id: channel.id } as const;
  return (
    held.some((type) => snapshot.naming({ owner, type }, { limit: 1 }).length > 0) ||
    (!above.includes(channel.id) &&
      below(snapshot, channel).some((child) => holds(snapshot, child, [...above, channel.id])))
  );
}

/** The shown channels right below one, in the office's order. */
export function childrenOf(snapshot: Snapshot, channel: Channel): Channel[] {
  return inOrder(below(snapshot, channel).filter((child) => isShown(snapshot, child)));
}

/** The way from the entrance (公众入口) down to a channel, both included. */
export function wayTo(snapshot: Snapshot, id: string): Crumb[] {
  const way: Crumb[] = [];
  const seen = new Set<string>();
  for (let at = snapshot.get('channel', id); at !== undefined && !seen.has(at.id); ) {
    seen.add(at.id);
    way.unshift({ label: at.name, path: itemPath('channel', at.slug) });
    at = at.parent === undefined ? undefined : snapshot.get('channel', at.parent);
  }
  return way;
}

function below(snapshot: Snapshot, channel: Channel): Channel[] {
  return snapshot.naming({ owner: { type: 'channel', id: channel.id }, type: 'channel', rels: ['parent'] });
}
