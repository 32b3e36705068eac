/** What a change of a video or a consultation may touch. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import type { Tallies } from './articles.ts';
import { differs, type Forms, idOf, namedBy, positionOf, present } from './forms.ts';
import { typeList } from './months.ts';
import { articlesNear } from './neighbours.ts';
import type { Scope } from './scope.ts';

export function video(scope: Scope, forms: Forms<'video'>, tallies: Tallies): void {
  const listed = differs(forms, ({ slug, title, publishedOn }) => [slug, title, publishedOn]);
  if (listed || differs(forms, ({ summary, poster }) => [summary, poster])) {
    scope.index('video');
    scope.naming({ type: 'video', id: idOf(forms) }, 'topic');
  }
  shownBeside(scope, 'video', forms, listed, ({ doctors }) => doctors, tallies);
}

export function consultation(scope: Scope, forms: Forms<'consultation'>, tallies: Tallies): void {
  const listed = differs(forms, ({ slug, title, answeredOn }) => [slug, title, answeredOn]);
  if (listed) scope.index('consultation');
  if (listed || differs(forms, ({ question }) => question))
    scope.naming({ type: 'consultation', id: idOf(forms) }, 'topic');
  const doctorsOf = ({ doctors, answeredBy }: ItemOf<'consultation'>) => [...doctors, answeredBy];
  shownBeside(scope, 'consultation', forms, listed, doctorsOf, tallies);
}

function shownBeside<Type extends 'video' | 'consultation'>(
  scope: Scope,
  type: Type,
  forms: Forms<Type>,
  listed: boolean,
  doctorsOf: (item: ItemOf<Type>) => readonly (string | undefined)[],
  tallies: Tallies,
): void {
  const [was, is] = [forms.before, forms.after].map((form) => form && positionOf(form));
  tallies.months.change(typeList(scope, type), was, is, listed);
  if (listed) scope.naming({ type, id: idOf(forms) }, 'article', ['related']);
  const owners = [
    { type: 'doctor', of: doctorsOf },
    { type: 'department', of: (item: ItemOf<Type>) => item.departments },
  ] as const;
  for (const { type: ownerType, of } of owners) {
    for (const { id, moved } of namedBy(forms, of)) {
      if (id === undefined || (!moved && !listed)) continue;
      scope.page(ownerType, id);
      for (const form of present(forms)) {
        if (of(form).includes(id)) articlesNear(scope, { type: ownerType, id }, type, positionOf(form));
      }
    }
  }
}
