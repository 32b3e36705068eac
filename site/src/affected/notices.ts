/** What a change of a notice may touch. */
import type { Notice } from '@xinglin/shared/content/notice.js';
import { homePath, rssPath } from '@xinglin/shared/paths.js';
import { excerptOf } from '../views/body.ts';
import type { Tallies } from './articles.ts';
import { channelFronts } from './channels.ts';
import { differs, type Forms, namedBy, positionOf, present } from './forms.ts';
import { ownerList, typeList } from './months.ts';
import type { Scope } from './scope.ts';
import { suspensionPages } from './suspensions.ts';

export function notice(scope: Scope, forms: Forms<'notice'>, tallies: Tallies): void {
  const listed = differs(forms, (one) => [
    one.slug,
    one.title,
    one.category,
    one.publishedOn,
    one.publishedTime,
    one.expired,
  ]);
  const detailed = listed || differs(forms, ({ body }) => excerptOf(body));
  const placeIn = (form: Notice | undefined, id: string) =>
    form?.channel === id ? positionOf(form) : undefined;
  for (const { id, moved } of namedBy(forms, ({ channel }) => [channel])) {
    const owner = { type: 'channel', id } as const;
    if (moved) tallies.holders.change(owner, forms.after?.channel === id);
    if (moved || detailed) channelFronts(scope, id);
    tallies.months.change(
      ownerList(scope, owner),
      placeIn(forms.before, id),
      placeIn(forms.after, id),
      listed,
    );
    if (moved) scope.name(homePath);
  }
  const [was, is] = [forms.before, forms.after].map((form) => form && positionOf(form));
  tallies.months.change(typeList(scope, 'notice'), was, is, listed);
  if (listed) scope.name(homePath);
  if (detailed) scope.name(rssPath);
  if (listed) scope.index('notice');
  if (differs(forms, (one) => [one.suspensions, one.slug, one.title])) {
    for (const form of present(forms)) suspensionPages(scope, form);
  }
}
