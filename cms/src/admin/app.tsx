/** The office's admin: Chinese, jade, quiet, with panels of our own. */
import './language.ts';
import { ChartCircle } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import mark from './brand/mark.svg';
import { keepTyped } from './keep-typed.ts';
import { panels } from './panels/panels.ts';
import { theme } from './theme.ts';
import { keepTitle } from './title.ts';
import { translations } from './translations.ts';

interface DocumentAction {
  type?: string;
}

/** The doors of the content manager that are used; Strapi types them as unknown. */
interface ContentManager {
  addEditViewSidePanel(panels: readonly unknown[]): void;
  addDocumentAction(change: (actions: DocumentAction[]) => DocumentAction[]): void;
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

  register(app: StrapiApp): void {
    app.addMiddlewares([keepTyped as never]);
    app.addMenuLink({
      to: 'xinglin-views',
      icon: ChartCircle,
      intlLabel: { id: 'xinglin.views', defaultMessage: '浏览统计' },
      permissions: [],
      Component: () => import('./views/page.tsx'),
    });
  },

  bootstrap(app: StrapiApp): void {
    keepTitle('杏林');
    const contentManager = app.getPlugin('content-manager').apis as unknown as ContentManager;
    contentManager.addEditViewSidePanel(panels);
    // Models are code here, changed by commits.
    contentManager.addDocumentAction((actions) => actions.filter(({ type }) => type !== 'edit-the-model'));
  },
};
