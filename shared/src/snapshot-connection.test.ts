import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ItemOf } from './content/item.ts';
import { formDigest } from './digest.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

const tag = (name: string): ItemOf<'tag'> => ({ type: 'tag', id: 'a', slug: 'a', name });
const named = (snapshot: WritableSnapshot) => [
  snapshot.get('tag', 'a')?.name,
  ...snapshot.all('tag').map(({ name }) => name),
];

function put(snapshot: WritableSnapshot, revision: number, name: string): void {
  const item = tag(name);
  snapshot.apply({ kind: 'header', format: 'xinglin-feed/1', epoch: 'epoch-one', since: 0, revision }, [
    { kind: 'put', revision, digest: formDigest(item), item },
  ]);
}

test('an item is parsed once, cannot be changed, and is read anew after a write', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  put(snapshot, 1, '甲');
  const item = snapshot.get('tag', 'a') as ItemOf<'tag'>;
  const { version } = snapshot;
  expect(snapshot.bySlug('tag', 'a')).toBe(item);
  expect(() => {
    item.name = '乙';
  }).toThrow(TypeError);
  expect(snapshot.version).toBe(version);
  put(snapshot, 2, '丙');
  expect(named(snapshot)).toEqual(['丙', '丙']);
  expect(snapshot.version).not.toBe(version);
  snapshot.close();
});

test('a write that fails leaves what was read as it was', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  put(snapshot, 1, '甲');
  expect(named(snapshot)).toEqual(['甲', '甲']);
  const header = { kind: 'header', format: 'xinglin-feed/1', epoch: 'epoch-one', since: 1 } as const;
  const item = tag('乙');
  const change = { kind: 'put', revision: 2, digest: formDigest(item), item } as const;
  const bad = { ...change, item: { ...item, id: undefined as unknown as string } };
  expect(() => snapshot.apply({ ...header, revision: 2 }, [change, bad])).toThrow();
  expect(named(snapshot)).toEqual(['甲', '甲']);
  snapshot.replace({ ...header, since: 0, revision: 3 }, []);
  expect(named(snapshot)).toEqual([undefined]);
  snapshot.close();
});

test('what another process writes is seen from the next turn on, as one state within a turn', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xinglin-'));
  const file = join(folder, 'snapshot.db');
  const writer = openSnapshot(file, { readOnly: false });
  put(writer, 1, '甲');
  const reader = openSnapshot(file, { readOnly: true });
  const { version } = reader;
  expect(named(reader)).toEqual(['甲', '甲']);
  put(writer, 2, '乙');
  expect([reader.revision, ...named(reader)]).toEqual([1, '甲', '甲']);
  await Promise.resolve();
  expect([reader.revision, ...named(reader)]).toEqual([2, '乙', '乙']);
  expect(reader.version).not.toBe(version);
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});
