import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import type { ItemOf } from './content/item.ts';
import { formDigest } from './digest.ts';
import { openSnapshot, type WritableSnapshot } from './snapshot.ts';
import { readCard, spellCard } from './snapshot-cards.ts';

const long = '很长的正文。'.repeat(100);

const disease = (body: string): ItemOf<'disease'> => ({
  type: 'disease',
  id: 'a',
  slug: 'a',
  name: '痛风',
  aliases: ['别名'],
  body,
  departments: [],
  doctors: [],
});

function put(snapshot: WritableSnapshot, revision: number, body: string): ItemOf<'disease'> {
  const item = disease(body);
  snapshot.apply({ kind: 'header', format: 'xinglin-feed/1', epoch: 'epoch-one', since: 0, revision }, [
    { kind: 'put', revision, digest: formDigest(item), item },
  ]);
  return item;
}

test('a card leaves a long text out and keeps a short one', () => {
  expect(spellCard(disease(long))).not.toContain('很长的正文');
  expect(spellCard(disease('短。'))).toContain('短。');
});

test('what is read from a card is the item again, and nobody can change it', () => {
  const item = readCard(spellCard(disease(long)), () => long) as ItemOf<'disease'>;
  expect(item).toEqual(disease(long));
  expect(canonicalJson(item)).toBe(canonicalJson(disease(long)));
  expect({ ...item }.body).toBe(long);
  expect(() => item.aliases.push('又一个')).toThrow(TypeError);
  expect(() => Object.assign(item, { body: '' })).toThrow(TypeError);
});

test('a text that was not read before its item was rewritten is refused, never the new one', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  const first = put(snapshot, 1, long);
  const read = snapshot.get('disease', 'a');
  expect(read?.body).toBe(first.body);
  put(snapshot, 2, `${long}改`);
  const later = snapshot.get('disease', 'a') as ItemOf<'disease'>;
  put(snapshot, 3, `${long}再改`);
  expect(() => later.body).toThrow(/disease a has changed since it was read/);
  expect(snapshot.get('disease', 'a')?.body).toBe(`${long}再改`);
  snapshot.close();
});

test('the delta holds whole items, whatever is written later', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  put(snapshot, 1, long);
  const [change] = snapshot.delta();
  put(snapshot, 2, `${long}改`);
  expect(change?.after).toEqual({ item: disease(long) });
  snapshot.close();
});
