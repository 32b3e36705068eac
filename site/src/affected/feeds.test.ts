import type { Item } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import type { Change, Tombstone } from '@xinglin/shared/feed.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { expect, test } from 'vitest';
import { make } from '../fixtures/hospital.ts';
import { affected } from './affected.ts';

const snapshot = openSnapshot(':memory:', { readOnly: false });

/** What one batch of changes may touch. */
function touched(...changes: (Item | Pick<Tombstone, 'type' | 'id'>)[]): string[] {
  const since = snapshot.revision;
  const rows = changes.map((change, index): Change => {
    const revision = since + index + 1;
    return 'slug' in change || 'url' in change
      ? { kind: 'put', revision, digest: formDigest(change), item: change }
      : { kind: 'tombstone', revision, ...change, reason: 'gone' };
  });
  const revision = since + rows.length;
  snapshot.apply({ kind: 'header', format: 'xinglin-feed/1', epoch: 'fixture-1', since, revision }, rows);
  const paths = [...affected(snapshot, snapshot.delta())];
  snapshot.settle();
  return paths;
}

const about = (id: string) => make('article', id, { slug: id, sources: [source] });
const source = { kind: '科室', label: '骨科', department: 'gu' } as const;
const feed = '/departments/gu/feed.xml';

test('a department gets a feed with its first text, keeps it with the next, and loses it with the last', () => {
  touched(make('site', 'site'), make('channel', 'xinwen'), make('department', 'gu', { slug: 'gu' }));
  expect(touched(about('a'))).toEqual(expect.arrayContaining([feed, '/rss/', '/departments/gu/']));
  const next = touched(about('b'));
  expect(next).toContain(feed);
  expect(next).not.toContain('/rss/');
  expect(touched({ type: 'article', id: 'a' })).not.toContain('/rss/');
  expect(touched({ type: 'article', id: 'b' })).toEqual(expect.arrayContaining([feed, '/rss/']));
});

test('a notice of a 停诊 touches the feed of the department that it names', () => {
  const suspension = { from: '2026-11-06', until: '2026-11-06', session: '上午', state: '未开始' } as const;
  const notice = make('notice', 'n', { suspensions: [{ ...suspension, department: 'gu' }] });
  expect(touched(notice)).toEqual(expect.arrayContaining([feed, '/rss/', '/rss.xml', '/xin-wen/feed.xml']));
});
