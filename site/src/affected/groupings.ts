/** What a change of a tag, a series, a topic or a 单页 may touch. */
import { homePath } from '@xinglin/shared/paths.js';
import { excerptOf } from '../views/body.ts';
import { isCatalogue } from '../views/catalogue.ts';
import { articleInLists, type Tallies } from './articles.ts';
import { channelFronts } from './channels.ts';
import { differs, type Forms, idOf, namedBy, present } from './forms.ts';
import { everyMonth } from './months.ts';
import type { Scope } from './scope.ts';

export function tag(scope: Scope, forms: Forms<'tag'>): void {
  scope.index('tag');
  if (differs(forms, ({ slug, name }) => [slug, name])) grouping(scope, 'tag', idOf(forms));
}

export function series(scope: Scope, forms: Forms<'series'>, tallies: Tallies): void {
  const owner = { type: 'series', id: idOf(forms) } as const;
  scope.index('series');
  if (differs(forms, ({ slug, name }) => [slug, name])) grouping(scope, 'series', owner.id);
  if (!differs(forms, ({ name }) => name)) return;
  for (const one of scope.snapshot.naming({ owner, type: 'article', rels: ['series'] })) {
    articleInLists(scope, { before: one, after: one }, { label: true }, tallies);
  }
}

function grouping(scope: Scope, type: 'tag' | 'series', id: string): void {
  scope.naming({ type, id }, 'article');
  everyMonth(scope, { type, id });
}

export function topic(scope: Scope, forms: Forms<'topic'>): void {
  const seen = differs(forms, ({ slug, title, from, until, state, intro, cover }) => [
    slug,
    title,
    from,
    until,
    state,
    intro && excerptOf(intro),
    cover,
  ]);
  if (seen) scope.index('topic');
}

export function page(scope: Scope, forms: Forms<'page'>, { holders }: Tallies): void {
  const seen = differs(forms, ({ slug, title, order }) => [slug, title, order]);
  for (const { id, moved } of namedBy(forms, ({ channel }) => [channel])) {
    if (!moved && !seen) continue;
    if (moved) holders.change({ type: 'channel', id }, forms.after?.channel === id);
    scope.naming({ type: 'channel', id }, 'page');
    channelFronts(scope, id);
    scope.name(homePath);
    scope.index('page');
  }
  if (differs(forms, ({ department, firstPublishedAt }) => [department, firstPublishedAt])) {
    for (const { channel } of present(forms)) catalogueOf(scope, channel);
  }
}

/** The catalogue in which a 单页 of this channel is listed, if any, here and among all pages. */
export function catalogueOf(scope: Scope, channel: string): void {
  if (!scope.forms('channel', channel).some(isCatalogue)) return;
  scope.page('channel', channel);
  scope.index('page');
}
