import { expect, test } from 'vitest';
import { article, site } from '../../tests/rigs/items.ts';
import { Ledger } from '../../tests/rigs/ledger.ts';
import { filesOf, openPublisher } from '../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { BrakeFault } from './faults.ts';
import { publish } from './publish.ts';

const ids = Array.from({ length: 30 }, (_, at) => `n${at}`);
const normal = { allowMassDeletion: false, full: false };

test('articles that are gone without a tombstone stop the release, until a person lets it go on', async () => {
  using folder = temporaryFolder();
  const workshop = await openPublisher(folder.path);
  const { snapshot, state, paths } = workshop;
  const whole = new Ledger().put(site, ...ids.map((id) => article(id)));
  snapshot.replace(whole.header(0), whole.since(0));
  await publish(workshop, normal);
  const before = filesOf(paths.live);

  // The whole feed comes again, and a fifth of it is missing.
  const half = new Ledger().put(site, ...ids.slice(6).map((id) => article(id)));
  half.revision = whole.revision + 1;
  snapshot.replace(half.header(0), half.since(0));
  const held = publish(workshop, normal);
  await expect(held).rejects.toThrow(BrakeFault);
  await expect(held).rejects.toThrow(
    /32 个页面中的 6 个消失（如 \/news\/n0\/.*没有相应的撤下记录.*--allow-mass-deletion/,
  );
  expect(filesOf(paths.live)).toEqual(before);

  const { release } = await publish(workshop, { ...normal, allowMassDeletion: true });
  expect(release.note).toMatch(/^用 --allow-mass-deletion 放行：这次发布会让 32 个页面中的 6 个消失/);
  expect(state.file('/news/n0/')).toBeUndefined();
  workshop.close();
});

test('as many that the office took down go without a word', async () => {
  using folder = temporaryFolder();
  const workshop = await openPublisher(folder.path);
  const ledger = new Ledger().put(site, ...ids.map((id) => article(id)));
  ledger.applyTo(workshop.snapshot);
  await publish(workshop, normal);
  for (const id of ids.slice(0, 20)) ledger.remove('article', id);
  ledger.applyTo(workshop.snapshot);
  const { release, counts } = await publish(workshop, normal);
  expect(counts.removed).toBe(20);
  expect(release.note).toBeUndefined();
  workshop.close();
});
