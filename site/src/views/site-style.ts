/** What the site settings say of every page's looks: a stylesheet of its own, so that a change is one file's. */
import { siteStylePath } from '@xinglin/shared/paths.js';
import type { Kind } from './kind.ts';

export interface SiteStyleView {
  /** 正文字号 in px where the reader has not chosen one. */
  fontSize: number;
  /** 全站置灰: whether its period holds now; its start and end are changes of the settings (law 1). */
  greyscale: boolean;
}

export const siteStyle: Kind<SiteStyleView> = {
  paths: () => [siteStylePath],
  view(snapshot) {
    const site = snapshot.site();
    return site && { fontSize: site.defaultFontSize, greyscale: site.greyscale };
  },
};
