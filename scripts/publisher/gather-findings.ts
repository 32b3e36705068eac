/** All that is found in a pass, by what it was found at: pages that were rendered, and items that were looked at. */
import { type Item, itemTypes } from '@xinglin/shared/content/item.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { Staged } from './stage.ts';
import type { Survey } from './survey.ts';
import { standing } from './verifier.ts';
import { deadLinks, type ItemName, itemsToCheck } from './verify/dead-links.ts';
import type { Finding } from './verify/findings.ts';
import { partsOf } from './verify/targets.ts';
import { settled } from './verify/verify-page.ts';
import type { Workshop } from './workshop.ts';

/** What the pages' own checks gave, and what stands beside pages. */
interface Gathered {
  raw: readonly Finding[];
  isFile(path: string): boolean;
}

/** Adds to `staged.findings`; an item or a page where nothing was found any more has an empty list there. */
export async function gatherFindings(
  workshop: Workshop,
  before: Survey,
  staged: Staged,
  { raw, isFile }: Gathered,
): Promise<void> {
  const { snapshot, bundle } = workshop;
  const add = (subject: string, one: Finding) =>
    staged.findings.set(subject, [...(staged.findings.get(subject) ?? []), one]);
  const named = await pagesNamed(workshop, staged, raw);
  for (const one of settled(raw, (path) => named.get(path))) add(one.path, one);

  const anew = before.last === undefined || before.full;
  const items = anew ? everyItem(snapshot) : itemsToCheck(snapshot, before.delta);
  const names = [...items];
  for (const { type, id } of names) staged.findings.set(`${type} ${id}`, []);
  for (const one of deadLinks(snapshot, names, standing(bundle.renderer, snapshot, isFile))) {
    if (one.item !== undefined) add(`${one.item.type} ${one.item.id}`, one);
  }
}

/** The pages on which an anchor is looked for, as they will be live. */
async function pagesNamed(
  { state, objects }: Workshop,
  staged: Staged,
  raw: readonly Finding[],
): Promise<Map<string, Uint8Array>> {
  const paths = new Set(
    raw.flatMap(({ kind, target = '' }) =>
      kind === 'dead-anchor' && target !== '' ? [partsOf(target).path] : [],
    ),
  );
  const pages = new Map<string, Uint8Array>();
  if (paths.size === 0) return pages;
  const made = new Map(staged.files.map(({ path, object }) => [path, object]));
  for (const path of paths) {
    const object = made.get(path) ?? state.file(path)?.object;
    const bytes = object === undefined ? undefined : await objects?.peek(object);
    if (bytes !== undefined) pages.set(path, bytes);
  }
  return pages;
}

function* everyItem(snapshot: Snapshot): Generator<ItemName> {
  for (const type of itemTypes) {
    if (type === 'media') continue;
    for (const { id } of snapshot.all(type) as Item[]) yield { type, id };
  }
}
