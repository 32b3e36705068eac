import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from './ports.ts';
import { Saving } from './saving.ts';
import { Tally } from './tally.ts';

/** What happens between two looks; a store may fail before it stored, or after, when nobody hears of it. */
const acts = fc.oneof(
  { weight: 8, arbitrary: fc.record({ hit: fc.constantFrom('a', 'b', 'c'), day: fc.constantFrom(1, 2) }) },
  { weight: 3, arbitrary: fc.constantFrom('save', 'refused', 'unheard') },
  { weight: 1, arbitrary: fc.constantFrom('withdraw', 'publish') },
);
type Act = typeof acts extends fc.Arbitrary<infer Value> ? Value : never;

/** As both adapters promise: a batch that is stored again under its name changes nothing. */
function shelf() {
  const stored = new Map<string, number>();
  const names = new Set<string>();
  let next: 'save' | 'refused' | 'unheard' = 'save';
  return {
    stored,
    answer: (how: typeof next) => {
      next = how;
    },
    async add({ name, reads }: Batch) {
      if (next === 'refused') throw new Error('the disk is full');
      if (!names.has(name)) {
        for (const { id, day, count } of reads)
          stored.set(`${id} ${day}`, (stored.get(`${id} ${day}`) ?? 0) + count);
      }
      names.add(name);
      if (next === 'unheard') throw new Error('the connection is lost');
    },
  };
}

async function play(history: readonly Act[], make: typeof makeSaving) {
  const tally = new Tally(new Map([['a', 7]]));
  tally.publish(new Set(['a', 'b']));
  const store = shelf();
  const told: string[] = [];
  const saving = make(tally, store, told);
  const counted = new Map<string, number>();
  const totals: Record<string, number> = { a: 7, b: 0 };
  for (const act of history) {
    if (act === 'withdraw') tally.publish(new Set(['a']));
    else if (act === 'publish') tally.publish(new Set(['a', 'b']));
    else if (typeof act === 'string') {
      store.answer(act);
      await saving.save();
    } else if (tally.hit(act.hit, `day ${act.day}`)) {
      counted.set(`${act.hit} day ${act.day}`, (counted.get(`${act.hit} day ${act.day}`) ?? 0) + 1);
      totals[act.hit] = (totals[act.hit] ?? 0) + 1;
    }
  }
  store.answer('save');
  await saving.finish();
  tally.publish(new Set(['a', 'b']));
  return { stored: store.stored, counted, shown: tally.totalsOf(['a', 'b', 'c']), totals };
}

function makeSaving(tally: Tally, store: ReturnType<typeof shelf>, told: string[]) {
  return new Saving({ tally, store, newName: randomUUID, say: (text) => void told.push(text) });
}

const holds = (make: typeof makeSaving) =>
  fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 60 }), async (history) => {
      const { stored, counted, shown, totals } = await play(history, make);
      expect(stored).toEqual(counted);
      expect(shown).toEqual(totals);
    }),
    { numRuns: 300 },
  );

test('whatever a store does, each read of a published article is stored once, and each number shown is true', () =>
  holds(makeSaving));

test.each<[string, typeof makeSaving]>([
  [
    'names a batch anew at each attempt',
    (tally, store, told) =>
      makeSaving(
        tally,
        { ...store, add: (batch: Batch) => store.add({ ...batch, name: randomUUID() }) },
        told,
      ),
  ],
  [
    'lets go of a batch that failed',
    (tally, store, told) => {
      const save = () => makeSaving(tally, store, told).save();
      return Object.assign(makeSaving(tally, store, told), { save });
    },
  ],
])('a mutant that %s is caught', async (_what, mutant) => {
  await expect(holds(mutant)).rejects.toThrow();
});

test('a store that is away is told of once, and once when it is back', async () => {
  const tally = new Tally(new Map());
  tally.publish(new Set(['a']));
  const store = shelf();
  const told: string[] = [];
  const saving = makeSaving(tally, store, told);
  store.answer('refused');
  for (let time = 0; time < 3; time += 1) {
    tally.hit('a', 'day 1');
    await saving.save();
  }
  expect(saving.isWell).toBe(false);
  store.answer('save');
  await saving.save();
  await saving.save();
  expect(saving.isWell).toBe(true);
  expect(told).toEqual([
    '浏览次数暂时存不下来：the disk is full。先记在内存里，会一直重试。',
    '浏览次数又能保存了（此前失败 3 次），没有丢失。',
  ]);
});
