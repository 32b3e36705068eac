import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type HistoryAct, historyAct, perform } from '../rigs/history.ts';
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
  const readers: Reader[] = [{ cursor: 0, state: new Map() }];

  const head = async (): Promise<number> =>
    (await cms.strapi['db'].connection('xinglin_head').first('revision')).revision;

  /** Performs the acts; after each, what is presented is what Strapi's own tables say. */
  async function live(acts: readonly HistoryAct[]): Promise<void> {
    for (const act of acts) {
      const before = await head();
      const outcome = await perform(cms, act);
      if (outcome !== 'done') expect(await head(), `${act.kind} was ${outcome}`).toBe(before);
      const wrong = await differences(cms.strapi);
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

  it.each([
    ['unpublishing', (recording: { act: string }) => recording.act === '下线'],
    ['deleting', (recording: { act: string }) => recording.act === '删除'],
    ['a hub that was hidden', (recording: { presented?: unknown }) => recording.presented === undefined],
    ['media', (recording: { type: string }) => recording.type === 'media'],
    ['the second of a bulk', everySecondOfOneTransaction()],
  ])('is caught when it forgets %s', async (_what, forgets) => {
    const module = cms.load('src/publication/record.js');
    const { record } = module;
    module.record = (trx: object, recording: never) =>
      forgets(recording, trx) ? Promise.resolve(undefined) : record(trx, recording);
    try {
      const found = await fc.check(fc.asyncProperty(history(150), live), {
        seed,
        numRuns: 3,
        endOnFailure: true,
      });
      expect(String(found.errorInstance)).toMatch(/after \{/);
    } finally {
      module.record = record;
    }
    // What was forgotten is made true again for the next test.
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    await cms.strapi['db'].connection('xinglin_head').update({ basis: 'another' });
    await cms.load('src/publication/represent.js').representAll(publication);
    expect(await differences(cms.strapi)).toEqual([]);
  });
});

function everySecondOfOneTransaction(): (recording: object, trx?: object) => boolean {
  const seen = new WeakSet<object>();
  return (_recording, trx = {}) => {
    if (seen.has(trx)) return true;
    seen.add(trx);
    return false;
  };
}
