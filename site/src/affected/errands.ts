/** The five errands: on home, and on every page that stands in for one that is not there. */
import type { ItemChange } from '@xinglin/shared/delta.js';
import { gonePath, homePath, itemPath, notFoundPath } from '@xinglin/shared/paths.js';
import { fateOf } from '../views/fate.ts';
import { differs, formsOf } from './forms.ts';
import type { Scope } from './scope.ts';

/** A change of what errands are made of. Whether a channel of guides is shown is told by `mayBeShown`. */
export function errandsDiffer(scope: Scope, change: ItemChange): void {
  const { type } = change;
  if (type === 'site') {
    if (differs(formsOf<'site'>(change), (one) => [one.phone, one.registrationUrl])) errandPages(scope);
  } else if (type === 'campus') {
    if (differs(formsOf<'campus'>(change), ({ phone, order }) => [phone, order])) errandPages(scope);
  } else if (type === 'channel') {
    if (differs(formsOf<'channel'>(change), (one) => [one.slug, one.category, one.order])) errandPages(scope);
  }
}

/** Errands may lead elsewhere. This walks all that was removed: it happens when an office changes its telephone. */
export function errandPages(scope: Scope): void {
  scope.name(homePath, notFoundPath, gonePath);
  for (const address of scope.snapshot.formerAddresses()) {
    const fate = fateOf(scope.snapshot, address)?.kind;
    if (fate === 'withdrawn' || fate === 'gone') scope.name(itemPath(address.type, address.slug));
  }
}
