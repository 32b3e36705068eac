/** Both stores of the view counter keep the same promises. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../scripts/counter/adapters/postgres-store.ts';
import { openSqliteStore } from '../../scripts/counter/adapters/sqlite-store.ts';
import type { Batch, Reads, Store } from '../../scripts/counter/ports.ts';
import { openCounter } from '../rigs/counter.ts';
import { type Postgres, startPostgres } from '../rigs/postgres.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

interface Place extends AsyncDisposable {
  /** Opens the same counts again. */
  open(): Promise<Store>;
}

function sqlitePlace(): Place {
  const folder = temporaryFolder();
  return {
    open: async () => openSqliteStore(join(folder.path, 'counter', 'counter.db')),
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
}

async function postgresPlace(): Promise<Place> {
  const server: Postgres = await startPostgres();
  return {
    open: () => openPostgresStore(server.url),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const reads = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    day: fc.constantFrom('2026-11-23', '2026-11-24'),
    count: fc.integer({ min: 1, max: 1_000 }),
  }),
  { selector: ({ id, day }) => `${id} ${day}`, minLength: 1, maxLength: 8 },
);
const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ add: reads }) },
    { weight: 1, arbitrary: fc.constantFrom('again', 'reopen', 'read') },
  ),
  { maxLength: 25 },
);

const key = ({ id, day }: Pick<Reads, 'id' | 'day'>) => `${id} ${day}`;

describe.each([
  { name: 'SQLite', place: async () => sqlitePlace(), numRuns: 40 },
  { name: 'PostgreSQL', place: postgresPlace, numRuns: 12 },
])('$name', ({ place: make, numRuns }) => {
  let place: Place;
  beforeAll(async () => {
    place = await make();
  });
  afterAll(() => place?.[Symbol.asyncDispose]());

  test('holds each batch once, tells totals, and whoever follows the changes has every day right', async () => {
    let run = 0;
    const history = async (those: typeof acts extends fc.Arbitrary<infer Value> ? Value : never) => {
      // Articles of its own: what earlier runs stored stays.
      run += 1;
      const own = `r${run}`;
      let store = await place.open();
      let cursor = (await store.changes(0, 1)).head;
      const days = new Map<string, number>();
      const followed = new Map<string, number>();
      let last: Batch | undefined;
      const follow = async () => {
        for (;;) {
          const told = await store.changes(cursor, 3);
          for (const day of told.days) {
            expect(day.seq).toBeGreaterThan(cursor);
            expect(day.seq).toBeLessThanOrEqual(told.head);
            followed.set(key(day), day.count);
            cursor = day.seq;
          }
          if (told.days.length === 0) return;
        }
      };
      try {
        for (const act of those) {
          if (typeof act === 'object') {
            last = { name: randomUUID(), reads: act.add.map((one) => ({ ...one, id: own + one.id })) };
            await store.add(last);
            for (const one of last.reads) days.set(key(one), (days.get(key(one)) ?? 0) + one.count);
          } else if (act === 'again' && last !== undefined) await store.add(last);
          else if (act === 'read') await follow();
          else if (act === 'reopen') {
            await store.close();
            store = await place.open();
          }
        }
        await follow();
        expect(followed).toEqual(days);
        const totals = new Map<string, number>();
        for (const [name, count] of days) {
          const id = name.split(' ')[0] as string;
          totals.set(id, (totals.get(id) ?? 0) + count);
        }
        const stored = [...(await store.totals())].filter(([id]) => id.slice(0, -1) === own);
        expect(new Map(stored)).toEqual(totals);
      } finally {
        await store.close();
      }
    };
    await fc.assert(fc.asyncProperty(acts, history), { numRuns, endOnFailure: true });
  });

  test('keeps its name over a restart; another one has another name', async () => {
    const epochOf = async (at: Place) => {
      const store = await at.open();
      const { epoch } = await store.changes(0, 1);
      await store.close();
      return epoch;
    };
    await using other = await make();
    const epoch = await epochOf(place);
    expect(await epochOf(place)).toBe(epoch);
    expect(await epochOf(other)).not.toBe(epoch);
  });

  test('a batch that cannot be stored leaves nothing behind', async () => {
    const store = await place.open();
    const good = { id: 'good', day: '2026-11-24', count: 1 };
    const bad = { id: 'bad', day: '2026-11-24', count: Number.NaN };
    const name = randomUUID();
    await expect(store.add({ name, reads: [good, bad] })).rejects.toThrow();
    const totals = async () => [...(await store.totals())].filter(([id]) => id === 'good' || id === 'bad');
    expect(await totals()).toEqual([]);
    await store.add({ name, reads: [good] });
    expect(await totals()).toEqual([['good', 1]]);
    await store.close();
  });
});

describe('the service on PostgreSQL', () => {
  test('counts, stores on its end, and goes on from there', async () => {
    await using server = await startPostgres();
    const store = { file: '/nowhere/counter.db', databaseUrl: server.url };
    {
      await using counter = await openCounter(['a1'], { store });
      for (let time = 0; time < 5; time += 1) expect(await counter.read('a1')).toBe(204);
    }
    await using counter = await openCounter(['a1', 'b2'], { store });
    expect(await counter.totals('a1', 'b2', 'c3')).toEqual({ a1: 5, b2: 0 });
  });

  test('says what is wrong, and never the password', async () => {
    const store = { file: '', databaseUrl: 'postgres://xinglin:geheim@127.0.0.1:9/counter' };
    const failed = openCounter(['a1'], { store });
    await expect(failed).rejects.toThrow(/连不上它的 PostgreSQL(?!.*geheim)/);
    await expect(failed).rejects.toMatchObject({
      remedy: expect.stringContaining('XINGLIN_COUNTER_DATABASE_URL'),
    });
  });
});
