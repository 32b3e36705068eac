/** What a change of a file may touch: whoever names it, and the lists that show it in their stead. */
import { mediaNamers } from '@xinglin/shared/edges.js';
import { articleInLists, type Tallies } from './articles.ts';
import { doctorCards } from './doctors.ts';
import { type Forms, idOf } from './forms.ts';
import type { Scope } from './scope.ts';
import { slotsThatLead } from './slots.ts';

export function media(scope: Scope, forms: Forms<'media'>, tallies: Tallies): void {
  const owner = { type: 'media', id: idOf(forms) } as const;
  for (const type of mediaNamers) scope.naming(owner, type);
  for (const one of scope.snapshot.naming({ owner, type: 'article', rels: ['cover'] })) {
    articleInLists(scope, { before: one, after: one }, { detail: true }, tallies);
  }
  doctorCards(scope, scope.snapshot.naming({ owner, type: 'doctor', rels: ['photo'] }));
  for (const type of ['campus', 'topic', 'video'] as const) {
    for (const { id } of scope.snapshot.slugsNaming({ owner, type })) {
      slotsThatLead(scope, { type, id });
      if (type === 'video') scope.naming({ type, id }, 'topic');
    }
  }
  scope.index('topic', 'video');
}
