/** What a change of a department, a campus or a disease may touch. */
import { homePath } from '@xinglin/shared/paths.js';
import { excerptOf } from '../views/body.ts';
import { unitRels } from '../views/kinship.ts';
import { campusesWith, departmentsOn } from './clinics.ts';
import { differs, type Forms, idOf, namedBy } from './forms.ts';
import { catalogueOf } from './groupings.ts';
import type { Scope } from './scope.ts';
import { suspensionsNaming } from './suspensions.ts';

export function department(scope: Scope, forms: Forms<'department'>): void {
  const owner = { type: 'department', id: idOf(forms) } as const;
  const named = differs(forms, ({ slug, name }) => [slug, name]);
  const placed = named || differs(forms, ({ category, order }) => [category, order]);
  if (named) {
    for (const type of ['notice', 'page', 'doctor', 'disease', 'video', 'consultation'] as const) {
      scope.naming(owner, type);
    }
    scope.naming(owner, 'department', ['parent']);
    for (const one of scope.snapshot.naming({ owner, type: 'page', rels: ['department'] })) {
      catalogueOf(scope, one.channel);
    }
    suspensionsNaming(scope, owner);
  }
  if (placed) {
    scope.name(homePath);
    scope.index('doctor', 'disease');
    campusesWith(scope, owner.id);
  }
  if (named || differs(forms, ({ category, diseases }) => [category, diseases])) {
    scope.naming(owner, 'article', unitRels);
  }
  scope.index('department');
  const picks = [
    { type: 'campus', pick: (one: { campuses: string[] }) => one.campuses },
    { type: 'disease', pick: (one: { diseases: string[] }) => one.diseases },
    { type: 'department', pick: (one: { parent?: string | undefined }) => [one.parent] },
  ] as const;
  for (const { type, pick } of picks) {
    for (const { id, moved } of namedBy(forms, pick)) if (moved || placed) scope.page(type, id);
  }
}

export function campus(scope: Scope, forms: Forms<'campus'>): void {
  const owner = { type: 'campus', id: idOf(forms) } as const;
  scope.name(homePath);
  scope.index('campus');
  if (differs(forms, ({ slug }) => slug)) scope.naming(owner, 'article', ['sources']);
  if (differs(forms, ({ slug, name, order }) => [slug, name, order])) {
    scope.naming(owner, 'doctor');
    scope.index('doctor');
    departmentsOn(scope, owner.id);
  }
  if (differs(forms, ({ slug, name }) => [slug, name])) {
    scope.naming(owner, 'department');
    scope.naming(owner, 'notice');
    scope.index('department');
    suspensionsNaming(scope, owner);
  }
}

export function disease(scope: Scope, forms: Forms<'disease'>): void {
  const owner = { type: 'disease', id: idOf(forms) } as const;
  const named = differs(forms, ({ slug, name }) => [slug, name]);
  if (named) {
    scope.naming(owner, 'article');
    const query = { owner, type: 'department', rels: ['diseases'] } as const;
    for (const { id } of scope.snapshot.slugsNaming(query)) {
      scope.page('department', id);
      scope.naming({ type: 'department', id }, 'article', unitRels);
    }
  }
  if (named || differs(forms, ({ departments }) => departments)) scope.index('disease');
  for (const { id, moved } of namedBy(forms, ({ doctors }) => doctors)) {
    if (moved || named) scope.page('doctor', id);
  }
  for (const { id, moved } of namedBy(forms, ({ departments }) => departments)) {
    if (moved || named) scope.page('department', id);
  }
  if (named || differs(forms, ({ body }) => excerptOf(body))) scope.naming(owner, 'topic');
}
