/**
 * A small newsroom made by hand: at least one of every type, with all that a page can carry. For developing
 * and looking at the site without a CMS: `node tests/rigs/sample.ts FILE` writes it as a snapshot.
 */
import { type Item, schemas } from '@xinglin/shared/content/item.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { Ledger } from './ledger.ts';
import { formerSlugs, removals } from './sample-former.ts';
import { places } from './sample-places.ts';
import { stories } from './sample-stories.ts';

/** Every item of the sample, proven against the contract. */
export function sampleItems(): Item[] {
  return [...places(), ...stories()].map((item) => {
    const former = formerSlugs[item.id];
    const whole = { ...recorded(item), ...(former && { formerSlugs: former }) };
    return schemas[item.type].parse(whole) as Item;
  });
}

/** As a CMS records it: when each dated item was first published, on its day where it names no other moment. */
function recorded(item: Item): Item {
  if (!('firstPublishedAt' in schemas[item.type].shape) || 'firstPublishedAt' in item) return item;
  const day = 'publishedOn' in item ? item.publishedOn : '2025-09-01';
  return { ...item, firstPublishedAt: `${day}T08:30:00+08:00` } as Item;
}

/** The sample's history: all its items, and what it took off the site. */
export function sampleLedger(): Ledger {
  const ledger = new Ledger().put(...sampleItems());
  for (const { type, id, ...more } of removals) ledger.remove(type, id, more);
  return ledger;
}

/** Writes the sample as a new snapshot at `file`. */
export function writeSample(file: string): void {
  const snapshot = openSnapshot(file, { readOnly: false });
  sampleLedger().applyTo(snapshot);
  snapshot.close();
}

const [, script, target] = process.argv;
if (script !== undefined && import.meta.filename === script && target !== undefined) writeSample(target);
