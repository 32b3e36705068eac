/** Which items a release gives a receipt, and what stands in it. */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import { isPagedType, itemPath } from '@xinglin/shared/paths.js';
import type { ReceiptItem } from '@xinglin/shared/receipts.js';
import type { StandingRow } from '@xinglin/shared/snapshot.js';
import type { Attribution } from './causes.ts';
import type { FileRecord } from './ports.ts';
import { itemAt } from './receipts.ts';
import type { Staged } from './stage.ts';
import type { Survey } from './survey.ts';
import type { Workshop } from './workshop.ts';

/** Paths that a receipt tells of those that its item changed. */
const pathsTold = 20;

/**
 * A receipt for every item whose revision the release took up, and for those whose own page could not be made
 * before and now was. None for an item whose page failed: its last good form is live.
 */
export function receiptItems(
  { snapshot, state }: Pick<Workshop, 'snapshot' | 'state'>,
  before: Pick<Survey, 'delta' | 'last' | 'lost' | 'partial'>,
  staged: Pick<Staged, 'files' | 'pageFaults'>,
  attribution: Attribution,
): ReceiptItem[] {
  const since = before.last?.epoch === snapshot.epoch ? before.last.revision : 0;
  const url = snapshot.site()?.url;
  const failed = new Set(staged.pageFaults.map(({ path }) => path));
  const written = new Map(staged.files.map((file) => [file.path, file]));
  const lost = new Set(before.lost.map(({ path }) => path));
  const stands = (path: string) =>
    !lost.has(path) && (written.has(path) || state.file(path)?.object !== undefined);
  const pages = pagesByCause(attribution, [...written.keys(), ...lost].sort(compareCodeUnits));
  const taken = new Set(before.delta.map(({ type, id }) => `${type} ${id}`));
  const rows = new Map(
    snapshot
      .standingsSince(since)
      .map((row) => [`${row.type} ${row.id}`, row] as const)
      .filter(([name]) => before.partial === undefined || taken.has(name)),
  );
  for (const row of madeAtLast(snapshot, state, staged.files)) rows.set(`${row.type} ${row.id}`, row);

  return [...rows.values()].flatMap(({ type, id, revision, digest, slug }): ReceiptItem[] => {
    const path = digest !== null && slug !== null && isPagedType(type) ? itemPath(type, slug) : undefined;
    if (path !== undefined && failed.has(path)) return [];
    const shown = path !== undefined && stands(path) ? path : undefined;
    const changed = pages.get(`${type} ${id}`);
    return [
      {
        ...{ type, id, revision },
        ...(digest !== null && { digest }),
        ...(shown !== undefined && { path: shown }),
        ...(shown !== undefined && url !== undefined && { url: url + shown }),
        ...(changed && { pages: { count: changed.length, paths: changed.slice(0, pathsTold) } }),
      },
    ];
  });
}

function pagesByCause({ causes, of }: Attribution, paths: readonly string[]): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const path of paths) {
    const cause = causes[of(path) ?? -1];
    if (cause === undefined) continue;
    const name = `${cause.type} ${cause.id}`;
    pages.set(name, [...(pages.get(name) ?? []), path]);
  }
  return pages;
}

/** Items whose page is made after it could not be: their revision may be an older one's. */
function madeAtLast(
  snapshot: Workshop['snapshot'],
  state: Workshop['state'],
  files: readonly FileRecord[],
): StandingRow[] {
  return files.flatMap(({ path, origin }) => {
    if (origin !== 'page') return [];
    const known = state.file(path);
    if (known === undefined || known.view !== undefined) return [];
    const item = itemAt(snapshot, path);
    const put = item && snapshot.putOf(item.type, item.id);
    if (put === undefined || item === undefined) return [];
    const slug = 'slug' in item ? item.slug : null;
    return [{ type: item.type, id: item.id, revision: put.revision, digest: put.digest, slug }];
  });
}
