import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item, ItemOf } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type Change, type FeedHeader, feedFormat } from './feed.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

const header = (revision: number): FeedHeader => ({
  kind: 'header',
  format: feedFormat,
  epoch: 'epoch-one',
  since: 0,
  revision,
});
const put = (revision: number, item: Item): Change => ({
  kind: 'put',
  revision,
  digest: formDigest(item),
  item,
});
const tag = (id: string, name = id): Item => ({ type: 'tag', id, slug: id, name });
const article = (id: string, day: string, channel = 'c'): ItemOf<'article'> => ({
  type: 'article',
  id,
  slug: id,
  title: id,
  body: '正文',
  publishedOn: day,
  pinned: false,
  aiAssisted: false,
  attachments: [],
  channel,
  alsoIn: [],
  sources: [{ kind: '外部单位', label: '某单位' }],
  tags: [],
  related: { departments: [], doctors: [], articles: [], consultations: [], videos: [], diseases: [] },
});

describe('a snapshot', () => {
  let folder: string;
  let file: string;
  let snapshot: WritableSnapshot;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xinglin-snapshot-'));
    file = join(folder, 'snapshot.db');
    snapshot = openSnapshot(file, { readOnly: false });
  });
  afterEach(() => {
    snapshot.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts empty, and keeps what it took and where it stands', () => {
    expect([snapshot.epoch, snapshot.revision, snapshot.count()]).toEqual(['', 0, 0]);
    snapshot.apply(header(7), [put(7, tag('a'))]);
    const again = openSnapshot(file, { readOnly: true });
    expect([again.epoch, again.revision, again.get('tag', 'a')]).toEqual(['epoch-one', 7, tag('a')]);
    again.close();
  });

  it('takes a feed as a whole or not at all', () => {
    snapshot.apply(header(1), [put(1, tag('a'))]);
    const bad = { ...put(3, tag('c')), item: { type: 'tag', id: null } } as unknown as Change;
    expect(() => snapshot.apply(header(3), [put(2, tag('b')), bad])).toThrow();
    expect([snapshot.revision, snapshot.count()]).toEqual([1, 1]);
  });

  it('holds the latest form of each item, and none that is gone', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.option(fc.constantFrom('一', '二', '三')),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (acts) => {
        const expected = new Map<string, Item>();
        snapshot.replace(header(0), []);
        for (const [index, { id, name }] of acts.entries()) {
          const revision = index + 1;
          if (name === null) expected.delete(id);
          else expected.set(id, tag(id, name));
          snapshot.apply(header(revision), [
            name === null
              ? { kind: 'tombstone', revision, type: 'tag', id, reason: 'gone' }
              : put(revision, tag(id, name)),
          ]);
        }
        const sorted = [...expected.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(snapshot.all('tag')).toEqual(sorted);
      }),
      { numRuns: 30 },
    );
  });

  it('lists what names an owner newest first, by month, and older than a given one', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-01', '2026-11-23'];
    snapshot.apply(
      header(9),
      days.map((day, index) => put(index + 1, article(`a${index}`, day))),
    );
    const query = { owner: { type: 'channel', id: 'c' }, type: 'article' } as const;
    const ids = (items: { id: string }[]) => items.map(({ id }) => id);
    expect(ids(snapshot.naming(query))).toEqual(['a3', 'a2', 'a1', 'a0']);
    expect(ids(snapshot.naming(query, { month: '2026-11' }))).toEqual(['a3', 'a2', 'a1']);
    expect(ids(snapshot.naming(query, { limit: 1 }))).toEqual(['a3']);
    expect(ids(snapshot.naming(query, { before: { sort: '2026-11-01T00:00', id: 'a2' } }))).toEqual([
      'a1',
      'a0',
    ]);
    expect(snapshot.months(query)).toEqual(['2026-11', '2026-10']);
    expect(ids(snapshot.naming({ ...query, rels: ['alsoIn'] }))).toEqual([]);
  });

  it('forgets the edges of an item’s older form', () => {
    snapshot.apply(header(1), [put(1, article('a', '2026-11-01', 'c'))]);
    snapshot.apply(header(2), [put(2, article('a', '2026-11-01', 'other'))]);
    expect(snapshot.naming({ owner: { type: 'channel', id: 'c' }, type: 'article' })).toEqual([]);
    expect(snapshot.naming({ owner: { type: 'channel', id: 'other' }, type: 'article' })).toHaveLength(1);
  });

  it('finds items by slug, and finds nothing where there is none', () => {
    snapshot.apply(header(1), [put(1, tag('a'))]);
    expect(snapshot.bySlug('tag', 'a')).toEqual(tag('a'));
    expect(snapshot.bySlug('tag', 'b')).toBeUndefined();
    expect(snapshot.site()).toBeUndefined();
  });

  it('of another format is refused with the remedy', () => {
    snapshot.close();
    const database = new DatabaseSync(file);
    database.exec("UPDATE meta SET value = '99' WHERE key = 'format'");
    database.close();
    expect(() => openSnapshot(file, { readOnly: true })).toThrow(/format 99.*Remove the file/);
    snapshot = openSnapshot(':memory:', { readOnly: false });
  });
});
