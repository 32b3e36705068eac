/** One calendar month of a channel, `/xinwen-dongtai/2026/11/`. */
import { itemPath } from '@xinglin/shared/paths.js';
import { archivePaths, hasMonth } from './archive.ts';
import { shownChannels } from './channel.ts';
import { wayTo } from './channel-tree.ts';
import type { Kind } from './kind.ts';
import { type ListMonthView, listMonth } from './month.ts';

export const channelMonth: Kind<ListMonthView> = {
  paths: (snapshot) =>
    shownChannels(snapshot).flatMap((channel) =>
      archivePaths(snapshot, { type: 'channel', id: channel.id }, itemPath('channel', channel.slug)),
    ),
  has(snapshot, place) {
    const channel = snapshot.bySlug('channel', place.slug);
    return channel !== undefined && hasMonth(snapshot, channel, place);
  },
  view(snapshot, place) {
    const channel = snapshot.bySlug('channel', place.slug);
    if (channel === undefined) return undefined;
    return listMonth(snapshot, place, {
      owner: { type: 'channel', id: channel.id },
      name: channel.name,
      path: itemPath('channel', channel.slug),
      way: wayTo(snapshot, channel.id),
    });
  },
};
