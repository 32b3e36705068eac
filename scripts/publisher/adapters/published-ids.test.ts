import { readFileSync, statSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, site } from '../../../tests/rigs/items.ts';
import { Ledger } from '../../../tests/rigs/ledger.ts';
import { openPublisher } from '../../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { dataPaths } from '../../data-paths.ts';
import { publish } from '../publish.ts';

let folder: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;
beforeEach(() => {
  folder = temporaryFolder();
  ledger = new Ledger().put(site, article('b'), article('a'));
});
afterEach(() => folder[Symbol.dispose]());

async function publishNow(): Promise<void> {
  const workshop = await openPublisher(folder.path);
  ledger.applyTo(workshop.snapshot);
  try {
    await publish(workshop, { allowMassDeletion: true, full: false });
  } finally {
    workshop.close();
  }
}

const file = () => dataPaths(folder.path).publishedIds;
const told = () => readFileSync(file(), 'utf8');

test('the counter is told which articles are published, of each that comes and each that goes', async () => {
  await publishNow();
  expect(told()).toBe('a\nb\n');
  ledger.put(article('c'));
  await publishNow();
  expect(told()).toBe('a\nb\nc\n');
  ledger.remove('article', 'b');
  await publishNow();
  expect(told()).toBe('a\nc\n');
});

test('an edit leaves the list as it is: nobody reads it again', async () => {
  await publishNow();
  utimesSync(file(), 1_790_000_000, 1_790_000_000);
  ledger.put(article('a', { title: '改了标题' }));
  await publishNow();
  expect(statSync(file()).mtimeMs).toBe(1_790_000_000_000);
});
