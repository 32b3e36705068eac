import type { PageView } from '../page.ts';
import { addressOf, type Thing } from './thing.ts';

/** The way from home to a page; none where there is no way, or no address to end at. */
export function breadcrumbs({ chrome, head, crumbs }: PageView): Thing[] {
  if (crumbs === undefined || head.canonical === undefined) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.items.map(({ label, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        // The last one is the page itself, which readers may see under a word that names nothing: 正文.
        name: path === undefined ? (head.title ?? label) : label,
        ...(path !== undefined && { item: addressOf(chrome, path) }),
      })),
    },
  ];
}
