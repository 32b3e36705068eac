/**
 * A small newsroom made by hand: at least one of every type, with all that a page can carry. For developing
 * and looking at the site without a CMS: `node tests/rigs/sample.ts FILE` writes it as a snapshot.
 */
import { type Item, schemas } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { places } from './sample-places.ts';
import { stories } from './sample-stories.ts';

/** Every item of the sample, proven against the contract. */
export function sampleItems(): Item[] {
  return [...places(), ...stories()].map((item) => schemas[item.type].parse(item) as Item);
}

/** Writes the sample as a new snapshot at `file`. */
export function writeSample(file: string, items: readonly Item[] = sampleItems()): void {
  const snapshot = openSnapshot(file, { readOnly: false });
  snapshot.apply(
    { kind: 'header', format: 'xinglin-feed/1', epoch: 'sample-epoch', since: 0, revision: items.length },
    items.map((item, index) => ({ kind: 'put', revision: index + 1, digest: formDigest(item), item })),
  );
  snapshot.close();
}

const [, script, target] = process.argv;
if (script !== undefined && import.meta.filename === script && target !== undefined) writeSample(target);
