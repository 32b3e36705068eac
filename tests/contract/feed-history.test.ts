import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type HistoryAct, historyAct, perform } from '../rigs/history.ts';
import { Memory } from '../rigs/memory.ts';
import { differences, presentedState, replay, type State } from '../rigs/oracle.ts';

const seed = Number(process.env['XINGLIN_TEST_SEED'] ?? Date.now() % 1_000_000_000);

describe(`the feed after random histories (seed ${seed})`, () => {
  let cms: Cms;
  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms[Symbol.asyncDispose]());

  /** A reader who came by at some moment, and what it knew then. */
  interface Reader {
    cursor: number;
    state: State;
  }
  let memory = new Memory();
  const readers: Reader[] = [{ cursor: 0, state: new Map() }];

  const head = async (): Promise<number> =>
    (await cms.strapi['db'].connection('xinglin_head').first('revision')).revision;

  /** Performs the acts; after each, what is presented is what Strapi's own tables say. */
  async function live(acts: readonly HistoryAct[]): Promise<void> {
    for (const act of acts) {
      const before = await head();
      const outcome = await perform(cms, act, memory);
      // A swap is three saves: what a refusal of the second leaves is what the first has made.
      const single = act.kind !== 'slug-swap' && outcome !== 'done';
      if (single) expect(await head(), `${act.kind} was ${outcome}`).toBe(before);
      const wrong = [...(await differences(cms.strapi)), ...(await memory.contradictions(cms.strapi))];
      if (wrong.length > 0) throw new Error(`after ${JSON.stringify(act)}: ${wrong.join('; ')}`);
      if (act.pick % 7 === 0) await visit();
    }
  }

  /** A reader comes by, starting from where a random earlier one stood. */
  async function visit(): Promise<void> {
    const from = readers[readers.length % 5] ?? (readers[0] as Reader);
    const feed = await cms.feed(from.cursor);
    readers.push({ cursor: feed.header.revision, state: replay(from.state, feed.changes) });
  }

  const history = (length: number) => fc.array(historyAct, { minLength: length, maxLength: length });

  it('gives exactly the presented state from every cursor', async () => {
    await fc.assert(
      fc.asyncProperty(history(60), async (acts) => {
        await live(acts);
        const presented = await presentedState(cms.strapi);
        for (const reader of readers) {
          const feed = await cms.feed(reader.cursor);
          expect(feed.quarantined).toEqual([]);
          expect(replay(reader.state, feed.changes)).toEqual(presented);
        }
      }),
      { seed, numRuns: 5, endOnFailure: true, includeErrorInReport: true },
    );
    const { count } = await cms.strapi['db'].connection('xinglin_change').count({ count: '*' }).first();
    expect(count, 'one change row a revision').toBe(await head());
  });

  it.each<[string, string, string, (original: Original) => Original]>([
    ['unpublishing', 'record', 'record', forgetting(({ act }) => act === '下线')],
    ['deleting', 'record', 'record', forgetting(({ act }) => act === '删除')],
    ['a hub that was hidden', 'record', 'record', forgetting(({ presented }) => presented === undefined)],
    ['media', 'record', 'record', forgetting(({ type }) => type === 'media')],
    ['the second of a bulk', 'record', 'record', everySecondOfOneTransaction],
    [
      'why it was taken down',
      'record',
      'record',
      (record) => (trx, recording) => record(trx, { ...recording, removal: undefined }),
    ],
    ['that what redirects follows', 'tombstone', 'repoint', () => async () => undefined],
    ['the address before the last', 'addresses', 'moveAddress', () => async () => undefined],
  ])('is caught when it forgets %s', async (_what, file, name, mutate) => {
    expect(await memory.contradictions(cms.strapi), 'nothing to catch yet').toEqual([]);
    const module = cms.load(`src/publication/${file}.js`);
    const original = module[name];
    module[name] = mutate(original);
    try {
      const found = await fc.check(fc.asyncProperty(history(150), live), {
        seed,
        numRuns: 6,
        endOnFailure: true,
      });
      expect(String(found.errorInstance)).toMatch(/after \{/);
    } finally {
      module[name] = original;
    }
    await mend();
    expect(await differences(cms.strapi)).toEqual([]);
    memory = await Memory.adopt(cms.strapi);
  });

  /** What was forgotten is made true again for the next test, as far as anything still knows it. */
  async function mend(): Promise<void> {
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    const { connection } = cms.strapi['db'];
    await connection('xinglin_head').update({ basis: 'another' });
    await cms.load('src/publication/represent.js').representAll(publication);
    const targets = await connection('xinglin_redirect').distinct('to_type', 'to_id');
    await cms.load('src/publication/act.js').act(publication, async (trx: object) => {
      for (const { to_type: type, to_id: id } of targets) {
        await cms.load('src/publication/tombstone.js').repoint(trx, { type, id }, { now: new Date() });
      }
    });
  }
});

interface Recording {
  act: string;
  type: string;
  presented?: unknown;
  removal?: unknown;
}
type Original = (trx: object, recording: Recording) => Promise<unknown>;

function forgetting(forgets: (recording: Recording) => boolean): (record: Original) => Original {
  return (record) => async (trx, recording) => (forgets(recording) ? undefined : record(trx, recording));
}

function everySecondOfOneTransaction(record: Original): Original {
  const seen = new WeakSet<object>();
  return async (trx, recording) => {
    if (seen.has(trx)) return undefined;
    seen.add(trx);
    return record(trx, recording);
  };
}
