import type { Delta, ItemChange } from '@xinglin/shared/delta.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { expect, test } from 'vitest';
import { explainedPaths } from './explained.ts';

const tag = (slug: string) => ({ item: { type: 'tag' as const, id: 't', slug, name: slug } });
const tombstone = {
  kind: 'tombstone' as const,
  revision: 2,
  type: 'tag' as const,
  id: 't',
  reason: 'gone' as const,
};
const change = (more: Partial<ItemChange>): Delta => [
  { type: 'tag', id: 't', revision: 2, before: undefined, after: undefined, ...more },
];

/** As a site has it: a tag touches its own page, its months and home. */
const affected = (_: unknown, delta: Delta) =>
  delta.length === 0 ? [] : ['/', '/tags/t/', '/tags/t/2026/11/', '/dong-tai/'];

function explained(delta: Delta): string[] {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  try {
    return [...explainedPaths({ affected }, snapshot, delta)];
  } finally {
    snapshot.close();
  }
}

test('a tombstone explains every page that it touches', () => {
  expect(explained(change({ before: tag('t'), after: { tombstone } }))).toContain('/tags/t/');
});

test('an edit explains lists that go with what they list, and no item’s page', () => {
  expect(explained(change({ before: tag('t'), after: tag('u') }))).toEqual([
    '/',
    '/tags/t/2026/11/',
    '/dong-tai/',
  ]);
});

test('a document that is gone without a tombstone explains nothing, and neither does a new one', () => {
  expect(explained(change({ before: tag('t') }))).toEqual([]);
  expect(explained(change({ after: tag('t') }))).toEqual([]);
});
