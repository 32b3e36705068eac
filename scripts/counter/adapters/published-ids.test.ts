import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { publishedIds } from './published-ids.ts';

function watched(file: string) {
  const seen: string[][] = [];
  const said: string[] = [];
  const ids = publishedIds(
    file,
    (published) => void seen.push([...published]),
    (text) => void said.push(text),
  );
  return { seen, said, look: () => ids.look() };
}

test('before there is a list nothing is known; each new list is read once', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'ids.txt');
  const { seen, said, look } = watched(file);
  look();
  expect(seen).toEqual([]);
  writeFileSync(file, 'a1\nb2\n\nNot one\n');
  look();
  look();
  expect(seen).toEqual([['a1', 'b2']]);
  writeFileSync(`${file}.new`, 'a1\nc3\n\nNot one\n');
  renameSync(`${file}.new`, file);
  look();
  expect(seen).toEqual([
    ['a1', 'b2'],
    ['a1', 'c3'],
  ]);
  expect(said).toEqual([]);
});

test('a list that cannot be read, or is gone, leaves what was known, and is told of once', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'ids.txt');
  const { seen, said, look } = watched(file);
  writeFileSync(file, 'a1\n');
  look();
  rmSync(file);
  look();
  mkdirSync(file);
  look();
  look();
  expect(seen).toEqual([['a1']]);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('先按原来的清单计数');
  rmSync(file, { recursive: true });
  writeFileSync(file, 'b2\n');
  look();
  expect(seen.at(-1)).toEqual(['b2']);
});
