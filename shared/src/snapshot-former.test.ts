import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Item } from './content/item.ts';
import { formDigest } from './digest.ts';
import { type Change, feedFormat, type Tombstone } from './feed.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';

let snapshot: WritableSnapshot;
let revision = 0;
beforeEach(() => {
  snapshot = openSnapshot(':memory:', { readOnly: false });
  revision = 0;
});
afterEach(() => snapshot.close());

function take(...facts: (Item | Partial<Tombstone>)[]): void {
  const changes = facts.map((fact): Change => {
    revision += 1;
    return 'reason' in fact
      ? ({ kind: 'tombstone', revision, type: 'tag', ...fact } as Tombstone)
      : { kind: 'put', revision, digest: formDigest(fact as Item), item: fact as Item };
  });
  const head = { kind: 'header', format: feedFormat, epoch: 'epoch-one', since: 0, revision } as const;
  snapshot.apply(head, changes);
}

const tag = (id: string, slug: string, ...formerSlugs: string[]): Item => ({
  type: 'tag',
  id,
  slug,
  name: id,
  ...(formerSlugs.length > 0 && { formerSlugs }),
});
const at = (slug: string) => ({ type: 'tag', slug }) as const;
const whoWasAt = (slug: string): string | undefined => {
  const standing = snapshot.formerly(at(slug));
  if (standing === undefined) return undefined;
  return 'item' in standing ? standing.item.id : `${standing.tombstone.id} ${standing.tombstone.reason}`;
};

describe('a former address', () => {
  test('leads to the item as it is now, over any number of moves', () => {
    take(tag('a', 'jia'), tag('a', 'yi', 'jia'), tag('a', 'bing', 'yi', 'jia'));
    expect([whoWasAt('jia'), whoWasAt('yi'), whoWasAt('bing'), whoWasAt('wu')]).toEqual([
      'a',
      'a',
      undefined,
      undefined,
    ]);
    expect(snapshot.formerAddresses()).toEqual([at('jia'), at('yi')]);
  });
  test('is none while another item stands there', () => {
    take(tag('a', 'yi', 'jia'), tag('b', 'jia', 'yi'));
    expect(snapshot.formerAddresses()).toEqual([]);
    expect([snapshot.bySlug('tag', 'jia')?.id, snapshot.bySlug('tag', 'yi')?.id]).toEqual(['b', 'a']);
  });
  test('of several that once had it is with a live one, and of these with the one changed last', () => {
    take({ id: 'c', reason: 'gone', slug: 'jia' }, tag('a', 'yi', 'jia'), tag('b', 'bing', 'jia'));
    expect(whoWasAt('jia')).toBe('b');
    take(tag('a', 'yi', 'jia'));
    expect(whoWasAt('jia')).toBe('a');
    expect(snapshot.formerHolders(at('jia'))).toEqual(['a', 'b', 'c']);
    expect(snapshot.formerAddresses()).toEqual([at('jia')]);
  });
  test('of what is gone leads to its tombstone, the last and those before', () => {
    take(tag('a', 'yi', 'jia'), { id: 'a', reason: 'withdrawn', slug: 'yi', formerSlugs: ['jia'] });
    expect([whoWasAt('yi'), whoWasAt('jia')]).toEqual(['a withdrawn', 'a withdrawn']);
    expect(snapshot.tombstone('tag', 'a')?.reason).toBe('withdrawn');
    expect(snapshot.tombstone('tag', 'b')).toBeUndefined();
  });
  test('is forgotten when the item takes it again or no longer names it', () => {
    take(tag('a', 'yi', 'jia'));
    take(tag('a', 'jia', 'yi'));
    expect(snapshot.formerAddresses()).toEqual([at('yi')]);
    take(tag('a', 'jia'));
    expect(snapshot.formerAddresses()).toEqual([]);
  });
});

describe('who links to an address', () => {
  const topic = (id: string, intro: string): Item => ({
    type: 'topic',
    id,
    slug: id,
    title: id,
    intro,
    blocks: [],
  });
  test('is told of texts, and of what is gone and sends its readers there', () => {
    take(topic('a', '见[甲](/tags/jia/)'), topic('b', '[月](/tags/jia/2026/11/)'), {
      id: 'c',
      reason: 'redirect',
      redirectTo: '/tags/jia/',
    });
    expect(snapshot.linking(at('jia'))).toEqual([
      { type: 'tag', id: 'c' },
      { type: 'topic', id: 'a' },
      { type: 'topic', id: 'b' },
    ]);
    expect(snapshot.linking(at('yi'))).toEqual([]);
  });
  test('follows the texts as they change', () => {
    take(topic('a', '见[甲](/tags/jia/)'));
    take(topic('a', '见[乙](/tags/yi/)'));
    expect(snapshot.linking(at('jia'))).toEqual([]);
    expect(snapshot.linking(at('yi'))).toEqual([{ type: 'topic', id: 'a' }]);
    take({ type: 'topic', id: 'a', reason: 'gone' });
    expect(snapshot.linking(at('yi'))).toEqual([]);
  });
});
