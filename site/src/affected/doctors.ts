/** What a change of a doctor may touch. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Doctor } from '@xinglin/shared/content/doctor.js';
import { homePath } from '@xinglin/shared/paths.js';
import { initialOf } from '../views/initials.ts';
import { enough, unitRels } from '../views/kinship.ts';
import { unitsOf } from '../views/open-suspensions.ts';
import { differs, type Forms, idOf, namedBy, present } from './forms.ts';
import type { Scope } from './scope.ts';
import { suspensionsNaming } from './suspensions.ts';

export function doctor(scope: Scope, forms: Forms<'doctor'>): void {
  const owner = { type: 'doctor', id: idOf(forms) } as const;
  const named = differs(forms, ({ slug, name }) => [slug, name]);
  const titled = named || differs(forms, ({ title }) => title);
  const seen = titled || differs(forms, ({ status, order }) => [status, order]);
  const carded = seen || differs(forms, (one) => [one.teachingTitle, one.post, one.specialties, one.photo]);
  if (named) suspensionsNaming(scope, owner);
  if (named) scope.naming(owner, 'notice');
  if (titled) for (const type of ['article', 'video', 'consultation'] as const) scope.naming(owner, type);
  if (carded) doctorCards(scope, present(forms));
  for (const { id, moved } of namedBy(forms, ({ departments }) => departments)) {
    if (moved) scope.page('department', id);
    if (moved || seen) articlesOfUnit(scope, id, present(forms));
  }
  if (differs(forms, (one) => one.status === '在职' && initialOf(one))) scope.name(homePath);
  const placed = seen || differs(forms, ({ departments, clinics }) => [departments, clinics]);
  if (placed || differs(forms, ({ pinyin }) => pinyin)) scope.index('doctor');
  for (const form of placed ? present(forms) : []) {
    scope.page('department', ...unitsOf(form));
    scope.page('campus', ...form.clinics.map(({ campus }) => campus));
  }
}

/** Wherever doctors are shown as cards. */
export function doctorCards(scope: Scope, forms: readonly Doctor[]): void {
  for (const form of forms) {
    scope.page('department', ...form.departments);
    scope.naming(form, 'disease');
  }
}

/**
 * Articles of a department show its first doctors. Places among those who work there now tell whether he was
 * or is one of them, for the reason given in `neighbours.ts`.
 */
function articlesOfUnit(scope: Scope, id: string, forms: readonly Doctor[]): void {
  const owner = { type: 'department', id } as const;
  const now = scope.snapshot.naming({ owner, type: 'doctor', rels: ['departments'] });
  const shown = forms.some((form) => {
    if (form.status !== '在职' || !form.departments.includes(id)) return false;
    const ahead = now.filter(
      (one) => one.status === '在职' && (one.order - form.order || compareCodeUnits(one.id, form.id)) < 0,
    );
    return ahead.length < enough;
  });
  if (shown) scope.naming(owner, 'article', unitRels);
}
