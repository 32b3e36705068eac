import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { writeRules } from './rules-files.ts';

const gone = { path: '/news/a/', status: 410, location: undefined };
const both = ['nginx-removed.map', 'caddy-removed.caddy'];

test('rules are written whole, with nothing left beside them, and not touched while they stay the same', async () => {
  using folder = temporaryFolder();
  const rules = join(folder.path, 'publisher', 'rules');
  expect(await writeRules(rules, [gone])).toEqual({ changed: both, refused: [] });
  expect(readdirSync(rules).sort()).toEqual([...both].sort());
  const inode = statSync(join(rules, 'nginx-removed.map')).ino;
  expect(await writeRules(rules, [gone])).toEqual({ changed: [], refused: [] });
  expect(statSync(join(rules, 'nginx-removed.map')).ino).toBe(inode);
  expect((await writeRules(rules, [])).changed).toEqual(both);
  expect(readFileSync(join(rules, 'nginx-removed.map'), 'utf8')).not.toContain('gone');
});

test('what cannot be written as a rule is named', async () => {
  using folder = temporaryFolder();
  const hostile = { path: '/a";', status: 410, location: undefined };
  expect((await writeRules(folder.path, [hostile])).refused).toEqual([hostile]);
});

test('a place that cannot be written is named', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'file'), '');
  await expect(writeRules(join(folder.path, 'file', 'rules'), [])).rejects.toThrow('ENOTDIR');
});
