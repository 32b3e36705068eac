import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../rigs/newsroom.ts';

const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
const catalog = new Map(
  [
    ...(/^catalog:\n((?: {2}.*\n)+)/m.exec(workspace)?.[1] ?? '').matchAll(
      /^ {2}["']?([^:"']+)["']?: (.+)$/gm,
    ),
  ].map((match) => [match[1] as string, match[2] as string]),
);
const manifests = ['.', 'shared', 'cms', 'site', 'scripts', 'tests'].map((folder) => ({
  folder,
  ...(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  }),
}));

describe('direct dependencies', () => {
  test('stand in the one catalog, each at an exact version', () => {
    expect(catalog.size).toBeGreaterThan(20);
    for (const version of catalog.values()) expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[a-z]+\.\d+)?$/);
  });

  test('are taken from the catalog by every package', () => {
    for (const { folder, dependencies, devDependencies } of manifests) {
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        expect([folder, name, version]).toEqual([
          folder,
          name,
          name.startsWith('@xinglin/') ? 'workspace:*' : 'catalog:',
        ]);
      }
    }
  });

  test('are all explained in the decision record, and nothing else is', () => {
    const record = readFileSync(join(root, 'docs/decisions/0006-dependencies.md'), 'utf8');
    const explained = [...record.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] as string);
    expect(explained.sort()).toEqual([...catalog.keys()].sort());
  });
});
