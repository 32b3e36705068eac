/** The office's admin: Chinese, jade, quiet, with panels of our own. */
import './language.ts';
import type { StrapiApp } from '@strapi/strapi/admin';
import mark from './brand/mark.svg';
import { panels } from './panels/panels.ts';
import { theme } from './theme.ts';
import { keepTitle } from './title.ts';
import { translations } from './translations.ts';

/** The one door of the content manager that is used; Strapi types it as unknown. */
interface ContentManager {
  addEditViewSidePanel(panels: readonly unknown[]): void;
}

export default {
  config: {
    locales: ['zh-Hans'],
    translations,
    theme,
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark, title: '杏林采编后台' },
    notifications: { releases: false },
    tutorials: false,
  },

  bootstrap(app: StrapiApp): void {
    keepTitle('杏林');
    const contentManager = app.getPlugin('content-manager').apis as unknown as ContentManager;
    contentManager.addEditViewSidePanel(panels);
  },
};
