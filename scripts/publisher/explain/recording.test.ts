import { openSnapshot, type WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, channel, site, tag } from '../../../tests/rigs/items.ts';
import { Ledger } from '../../../tests/rigs/ledger.ts';
import { recording } from './recording.ts';

let snapshot: WritableSnapshot;
beforeEach(() => {
  snapshot = openSnapshot(':memory:', { readOnly: false });
  new Ledger()
    .put(
      site,
      channel,
      tag('yizhen', '义诊'),
      article('a', { tags: ['yizhen'] }),
      article('b', { tags: ['yizhen'] }),
    )
    .applyTo(snapshot);
});
afterEach(() => snapshot.close());

test('answers are those of the snapshot, and what is read is noted with every way to it, once', () => {
  const noted = recording(snapshot);
  expect(noted.snapshot.bySlug('article', 'a')).toBe(snapshot.bySlug('article', 'a'));
  noted.snapshot.get('article', 'a');
  noted.snapshot.get('article', 'a');
  expect(noted.reads()).toEqual([
    { type: 'article', id: 'a', title: '第 a 篇', ways: ['按网址 a', '被引用'] },
  ]);
});

test('a list tells whose it is', () => {
  const noted = recording(snapshot);
  noted.snapshot.naming({ owner: { type: 'tag', id: 'yizhen' }, type: 'article' });
  expect(noted.reads().map(({ id, ways }) => [id, ways])).toEqual([
    ['b', ['标签「义诊」下的新闻']],
    ['a', ['标签「义诊」下的新闻']],
  ]);
});

test('what is not there is no document, and a count names none', () => {
  const noted = recording(snapshot);
  expect(noted.snapshot.get('article', 'none')).toBeUndefined();
  noted.snapshot.countNaming({ owner: { type: 'tag', id: 'yizhen' }, type: 'article' }, '2026-11');
  expect(noted.reads()).toEqual([]);
  expect(noted.questions()).toEqual([{ type: 'article', what: '标签「义诊」下 2026-11 有多少条新闻' }]);
});
