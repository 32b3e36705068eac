/** 网站地图: the whole site on one page, for whoever lost the way. What has many items is named by its list. */
import type { Channel } from '@xinglin/shared/content/channel.js';
import { homePath, rssIndexPath, siteMapPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { shownChannels } from './channel.ts';
import { childrenOf, inOrder } from './channel-tree.ts';
import { chromeOf } from './chrome.ts';
import type { Kind } from './kind.ts';
import { type NamedLink, nameLink } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { typeLists } from './type-lists.ts';

export interface SiteMapView extends PageView {
  title: string;
  /** The channels that hang below no other, with all below them. */
  channels: SiteMapBranch[];
  groups: { label: string; links: NamedLink[] }[];
}

/** A channel, the 单页 that hang in it, and the channels below it. */
export interface SiteMapBranch extends NamedLink {
  pages: NamedLink[];
  children: SiteMapBranch[];
}

export const siteMap: Kind<SiteMapView> = {
  paths: () => [siteMapPath],
  view(snapshot) {
    const title = '网站地图';
    const { name } = chromeOf(snapshot);
    const roots = inOrder(shownChannels(snapshot)).filter(
      ({ parent }) => parent === undefined || snapshot.get('channel', parent) === undefined,
    );
    return {
      ...pageOf(snapshot, {
        path: siteMapPath,
        title,
        description: `${name}全部栏目、科室、院区和列表的目录。`,
        way: [{ label: title }],
      }),
      title,
      channels: roots.map((channel) => branchOf(snapshot, channel)),
      groups: groupsOf(snapshot).filter(({ links }) => links.length > 0),
    };
  },
};

function branchOf(snapshot: Snapshot, channel: Channel): SiteMapBranch {
  const pages = snapshot.naming({ owner: channel, type: 'page', rels: ['channel'] });
  return {
    ...nameLink<'channel'>(channel),
    pages: inOrder(pages).map(nameLink<'page'>),
    children: childrenOf(snapshot, channel).map((child) => branchOf(snapshot, child)),
  };
}

function groupsOf(snapshot: Snapshot): SiteMapView['groups'] {
  const units = inOrder(snapshot.all('department'));
  return [
    ...(['临床', '医技', '职能'] as const).map((category) => ({
      label: `${category}科室`,
      links: units.filter((unit) => unit.category === category).map(nameLink<'department'>),
    })),
    { label: '院区', links: inOrder(snapshot.all('campus')).map(nameLink<'campus'>) },
    { label: '专题', links: snapshot.all('topic').map(nameLink<'topic'>) },
    { label: '查找', links: Object.values(typeLists) },
    {
      label: '其他',
      links: [
        { label: '首页', path: homePath },
        { label: 'RSS 订阅', path: rssIndexPath },
      ],
    },
  ];
}
