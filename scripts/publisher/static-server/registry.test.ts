import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { openRegistry } from './registry.ts';

function make(file: string, columns: string, insert?: string): void {
  const database = new DatabaseSync(file);
  database.exec(`CREATE TABLE file (${columns})`);
  if (insert !== undefined) database.exec(`INSERT INTO file VALUES ${insert}`);
  database.close();
}

test('nothing is known before there is a file, a table, or a table of today’s format', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'publisher.db');
  const registry = openRegistry(file);
  expect(registry.statusOf('/a/')).toBeUndefined();
  new DatabaseSync(file).close();
  expect(registry.statusOf('/a/')).toBeUndefined();
  rmSync(file);
  make(file, 'path TEXT PRIMARY KEY, status INTEGER', "('/a/', 410)");
  expect(registry.statusOf('/a/')).toBeUndefined();
  registry.close();
});

test('a path has its status and its location, and a file made anew is read anew', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'publisher.db');
  const columns = 'path TEXT PRIMARY KEY, status INTEGER, location TEXT';
  make(file, columns, "('/a/', 301, '/b/'), ('/b/', 200, NULL)");
  const registry = openRegistry(file);
  expect(registry.statusOf('/a/')).toEqual({ status: 301, location: '/b/' });
  expect(registry.statusOf('/b/')).toEqual({ status: 200, location: undefined });
  expect(registry.statusOf('/c/')).toBeUndefined();
  rmSync(file);
  make(file, columns, "('/c/', 410, NULL)");
  expect(registry.statusOf('/a/')).toBeUndefined();
  expect(registry.statusOf('/c/')).toEqual({ status: 410, location: undefined });
  registry.close();
});
