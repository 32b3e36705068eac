/** Law 3's promise: whatever a batch of acts changes about the pages, `affected` has named. */
import type { Delta } from '@xinglin/shared/delta.js';
import { viewDigest } from '@xinglin/shared/digest.js';
import type { Renderer } from '@xinglin/shared/renderer.js';
import { openSnapshot, type Snapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { beforeAll, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { root } from '../../scripts/settings.ts';
import { DenseNewsroom } from '../rigs/dense-newsroom.ts';
import { mutants } from '../rigs/forgetful.ts';

let renderer: Renderer;
beforeAll(async () => {
  ({ renderer } = await loadBundle(root));
});

/** Acts altogether; each newsroom takes its part of them. More with XINGLIN_ACTS. */
const acts = Number(process.env['XINGLIN_ACTS'] ?? 500);
const batches = 12;
const seed = Number(process.env['XINGLIN_SEED'] ?? Math.floor(Math.random() * 1_000_000));

interface Seen {
  /** What is planned at a path and what is shown there. */
  pages: Map<string, string>;
  frame: string;
}

interface Batch {
  /** For the report of a failure. */
  told: string;
  snapshot: Snapshot;
  delta: Delta;
  /** Paths whose route or view is another than before, or is there no more. */
  changed: string[];
  pages: number;
}

function look(snapshot: WritableSnapshot): Seen {
  const pages = new Map<string, string>();
  for (const route of renderer.plan(snapshot)) {
    const digest = viewDigest(renderer.view(snapshot, route.path) as object);
    pages.set(route.path, `${JSON.stringify(route)} ${digest}`);
  }
  return { pages, frame: viewDigest(renderer.frame(snapshot) as object) };
}

/** Every batch after which the frame is as it was: where it is not, all pages are looked at. */
function* history(first: number, most = acts): Generator<Batch> {
  for (let newsroom = first, done = 0; done < most; newsroom += 1) {
    const office = new DenseNewsroom(newsroom);
    const snapshot = openSnapshot(':memory:', { readOnly: false });
    office.ledger.applyTo(snapshot);
    snapshot.settle();
    let was = look(snapshot);
    for (let number = 0; number < batches; number += 1) {
      const told = office.batch();
      done += told.length;
      office.ledger.applyTo(snapshot);
      const is = look(snapshot);
      const paths = [...new Set([...was.pages.keys(), ...is.pages.keys()])];
      const changed = paths.filter((path) => was.pages.get(path) !== is.pages.get(path));
      const report = `newsroom ${newsroom}, batch ${number}: ${told.join('; ')}`;
      if (was.frame === is.frame)
        yield { told: report, snapshot, delta: snapshot.delta(), changed, pages: is.pages.size };
      snapshot.settle();
      was = is;
    }
    snapshot.close();
  }
}

test('every page that a batch of acts changes is named, and most are not', () => {
  console.log(`affected: XINGLIN_SEED=${seed} XINGLIN_ACTS=${acts}`);
  const sums = { batches: 0, changed: 0, named: 0, pages: 0 };
  for (const { told, snapshot, delta, changed, pages } of history(seed)) {
    const named = new Set(renderer.affected(snapshot, delta));
    expect(
      changed.filter((path) => !named.has(path)),
      told,
    ).toEqual([]);
    sums.batches += 1;
    sums.changed += changed.length;
    sums.named += named.size;
    sums.pages += pages;
  }
  console.log(`affected: ${JSON.stringify(sums)}`);
  expect(sums.changed).toBeGreaterThan(sums.batches * 5);
  expect(sums.named).toBeLessThan(2 * sums.changed);
});

test('each rule that is forgotten is noticed', () => {
  const unseen = new Map(Object.entries(mutants));
  let batch = 0;
  // Some rules are seldom needed: the office goes on until each was, or until it has done enough.
  for (const { snapshot, delta, changed } of history(7, 4 * acts)) {
    batch += 1;
    for (const [name, forget] of unseen) {
      const named = new Set(forget(renderer.affected)(snapshot, delta));
      if (changed.every((path) => named.has(path))) continue;
      unseen.delete(name);
      console.log(`batch ${batch} needs ${name}`);
    }
    if (unseen.size === 0) break;
  }
  expect([...unseen.keys()]).toEqual([]);
});

test('a route asked for alone is the one that is planned, and no other path has one', () => {
  for (let newsroom = seed; newsroom < seed + 3; newsroom += 1) {
    const office = new DenseNewsroom(newsroom);
    const snapshot = openSnapshot(':memory:', { readOnly: false });
    for (let number = 0; number < batches; number += 1) office.batch();
    office.ledger.applyTo(snapshot);
    const planned = new Map(renderer.plan(snapshot).map((route) => [route.path, route]));
    const asked = new Set([...planned.keys(), ...office.paths]);
    for (const path of asked) expect(renderer.route(snapshot, path), path).toEqual(planned.get(path));
    // Months and feeds are followed by their spelling: whether they are there is for the links' check to tell.
    const moved = [...planned.values()].filter(({ location = '' }) =>
      /^\/[\w-]+\/(?:[\w-]+\/)?$/.test(location),
    );
    expect(moved.length).toBeGreaterThan(0);
    for (const { location = '' } of moved) expect(planned.get(location)?.status, location).toBe(200);
    snapshot.close();
  }
});
