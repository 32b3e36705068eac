import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { openLiveTree } from './live-tree.ts';

test.each([
  ['the folder first', ['/ke/feed.xml', '/ke/2026/']],
  ['what lies in it first', ['/ke/2026/', '/ke/feed.xml']],
])('a folder goes with the last that lay in it or below: %s', async (_order, paths) => {
  using folder = temporaryFolder();
  const tree = openLiveTree(folder.path);
  for (const path of paths) {
    await tree.stage(path, { bytes: Buffer.from('x') }, 1);
    await tree.promote(path);
  }
  await tree.settle();
  expect(readdirSync(folder.path)).toEqual(['ke']);
  for (const path of paths) await tree.remove(path);
  await tree.settle();
  expect(readdirSync(folder.path)).toEqual([]);
});
