/** What stands around every page: header, navigation, footer. All of it from the site settings. */
import { spelledOnce } from '@xinglin/shared/canonical.js';
import { itemPath, rssIndexPath, siteMapPath } from '@xinglin/shared/paths.js';
import { type Picture, pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { bodyHtml } from './body.ts';
import { type Link, liveLinks } from './links.ts';
import { onceAVersion } from './once.ts';

export interface NavigationEntry extends Link {
  children: Link[];
}

export interface Chrome {
  url: string;
  name: string;
  organisation: string;
  logo?: Picture;
  phone?: string;
  emergencyPhone?: string;
  navigation: NavigationEntry[];
  friendLinks: Link[];
  /** What the foot of every page leads to beside the navigation. */
  services: Link[];
  footerHtml?: string;
  icp?: string;
  publicSecurity?: { label: string; url?: string; picture?: Picture };
  institutionMark?: { picture: Picture; url: string };
  governmentCode?: string;
  elderModeLabel: string;
  /** 正文字号 in px where the reader has not chosen one. */
  fontSize: number;
}

/** The last is a 单页 of the office's: named where it is published under this address. */
const services: readonly Link[] = [
  { label: '网站地图', url: siteMapPath },
  { label: 'RSS 订阅', url: rssIndexPath },
  { label: '无障碍声明', url: itemPath('page', 'wu-zhang-ai-sheng-ming') },
];

/**
 * The frame of every page: it is the same on all of them.
 * @throws Error where the snapshot has no site settings; `plan` gives no routes then.
 */
export const chromeOf = onceAVersion((snapshot) => spelledOnce(makeChrome(snapshot)));

function makeChrome(snapshot: Snapshot): Chrome {
  const site = snapshot.site();
  if (site === undefined) {
    throw new Error('The snapshot holds no site settings: publish 站点设置 in the CMS first.');
  }
  const picture = (id: string | undefined) =>
    pictureOf(id === undefined ? undefined : snapshot.get('media', id));
  const mark = picture(site.institutionMark?.image);
  return {
    url: site.url,
    name: site.name,
    organisation: site.organisation,
    logo: picture(site.logo),
    phone: site.phone,
    emergencyPhone: site.emergencyPhone,
    navigation: liveLinks(snapshot, site.navigation).map((entry) => ({
      ...entry,
      children: liveLinks(snapshot, entry.children),
    })),
    friendLinks: liveLinks(snapshot, site.friendLinks),
    services: liveLinks(snapshot, services),
    footerHtml: bodyHtml(snapshot, site.footer),
    icp: site.icp,
    ...(site.publicSecurity && {
      publicSecurity: { ...site.publicSecurity, picture: picture(site.publicSecurity.picture) },
    }),
    ...(site.institutionMark &&
      mark && { institutionMark: { picture: mark, url: site.institutionMark.url } }),
    governmentCode: site.governmentCode,
    elderModeLabel: site.elderModeLabel,
    fontSize: site.defaultFontSize,
  };
}
