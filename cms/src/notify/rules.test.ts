import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoff, decide, type LogEnd, lease, type Standing, settle } from './rules.ts';
import type { Message, Outcome } from './target.ts';

const window = 3_000;
const fresh: Standing = {
  told: 0,
  message: undefined,
  failures: 0,
  nextAt: undefined,
  claimedUntil: undefined,
};
const at = (milliseconds: number) => new Date(milliseconds);
const later = (problem = '对方应答 500'): Outcome => ({ kind: 'later', problem });
const message: Message = { id: 'msg_1', revision: 5, at: at(0).toISOString() };

const step = (standing: Partial<Standing>, end: LogEnd, now: number) =>
  decide({ ...fresh, ...standing }, end, { now: at(now), window, newId: () => 'msg_new' });

describe('when a target is told', () => {
  const end = { revision: 5, firstUntoldAt: at(10_000) };

  test('never while it knows the end of the log', () => {
    expect(step({ told: 5 }, { revision: 5, firstUntoldAt: undefined }, 1e6)).toEqual({ kind: 'idle' });
  });

  test('a window after the first change that it does not know, of the newest revision', () => {
    expect(step({ told: 2 }, end, 11_000)).toEqual({ kind: 'wait', milliseconds: 2_000 });
    const sent = { id: 'msg_new', revision: 5, at: at(13_000).toISOString() };
    expect(step({ told: 2 }, end, 13_000)).toEqual({ kind: 'send', message: sent });
  });

  test('again with the same id while the log stands still, with another once it moved', () => {
    const failed = { message, failures: 1, nextAt: at(20_000) };
    expect(step(failed, end, 19_999)).toEqual({ kind: 'wait', milliseconds: 1 });
    expect(step(failed, end, 20_000)).toMatchObject({ message: { id: 'msg_1', revision: 5 } });
    const moved = { revision: 6, firstUntoldAt: at(10_000) };
    expect(step(failed, moved, 20_000)).toMatchObject({ message: { id: 'msg_new', revision: 6 } });
  });

  test('not while somebody sends; by another where they died', () => {
    const claimed = { message, claimedUntil: at(20_000 + lease) };
    expect(step(claimed, end, 20_000)).toEqual({ kind: 'wait', milliseconds: lease });
    expect(step(claimed, end, 20_000 + lease)).toMatchObject({ kind: 'send', message: { id: 'msg_1' } });
  });

  test('at once where a clock was put back, instead of after years', () => {
    const far = at(Date.parse('2040-01-01'));
    expect(step({ message, failures: 2, nextAt: far, claimedUntil: far }, end, 20_000).kind).toBe('send');
    expect(step({}, { revision: 5, firstUntoldAt: far }, 20_000).kind).toBe('send');
  });

  test('of an end before its cursor: the database was put back', () => {
    expect(step({ told: 9 }, { revision: 5, firstUntoldAt: undefined }, 20_000)).toMatchObject({
      kind: 'send',
      message: { revision: 5 },
    });
  });
});

describe('what an attempt leaves', () => {
  const now = at(0);

  test('a Retry-After is kept to, up to an hour; what somebody must mend waits half an hour at least', () => {
    const next = (outcome: Outcome) => settle(fresh, message, outcome, { now, random: 0 }).nextAt?.getTime();
    expect(next(later())).toBe(1_000);
    expect(next({ kind: 'later', problem: '429', after: 90_000 })).toBe(90_000);
    expect(next({ kind: 'later', problem: '429', after: 1e9 })).toBe(3_600_000);
    expect(next({ kind: 'refused', problem: '401' })).toBe(1_800_000);
  });

  test('waits double up to 15 minutes, and are never shorter than a second', () => {
    expect([1, 2, 3, 10, 99].map((failures) => backoff(failures, 1))).toEqual([2e3, 4e3, 8e3, 9e5, 9e5]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          expect(backoff(n, random)).toBeGreaterThanOrEqual(1_000);
          expect(backoff(n, random)).toBeLessThanOrEqual(900_000);
        },
      ),
    );
  });
});

/** What happens to a newsroom and its receiver. `lost`: taken, but the answer never arrived. */
type Event =
  | { kind: 'change' }
  | { kind: 'pass'; milliseconds: number }
  | { kind: 'answers'; with: 'accepted' | 'later' | 'refused' | 'lost' }
  | { kind: 'restart' };

const events: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    fc.constant<Event>({ kind: 'change' }),
    fc.nat(60_000).map((milliseconds): Event => ({ kind: 'pass', milliseconds })),
    fc
      .constantFrom('accepted' as const, 'later' as const, 'refused' as const, 'lost' as const)
      .map((answer): Event => ({ kind: 'answers', with: answer })),
    fc.constant<Event>({ kind: 'restart' }),
  ),
  { maxLength: 60 },
);

interface Rules {
  decide: typeof decide;
  settle: typeof settle;
}

/** Plays events on one target and checks at every attempt what must hold; ends with a receiver that is well. */
function play(history: readonly Event[], rules: Rules): void {
  let now = 1_000_000;
  let standing: Standing = fresh;
  let answers: Extract<Event, { kind: 'answers' }>['with'] = 'accepted';
  const changes: number[] = [];
  const ids = new Map<string, number>();
  let [accepted, lastAttempt, serial] = [0, Number.NEGATIVE_INFINITY, 0];

  const newId = () => {
    serial += 1;
    return `msg_${serial}`;
  };
  const look = (): number | undefined => {
    const firstUntold = changes[standing.told];
    const end = {
      revision: changes.length,
      firstUntoldAt: firstUntold === undefined ? undefined : at(firstUntold),
    };
    const moment = { now: at(now), window, newId };
    const decided = rules.decide(standing, end, moment);
    if (decided.kind !== 'send') return decided.kind === 'wait' ? decided.milliseconds : undefined;
    const sent = decided.message;
    if (sent.revision <= accepted) throw new Error(`told ${sent.revision} after ${accepted} was accepted`);
    if ((ids.get(sent.id) ?? sent.revision) !== sent.revision) throw new Error('one id for two messages');
    if ([...ids].some(([id, revision]) => revision === sent.revision && id !== sent.id))
      throw new Error('a message came again under another id');
    if (now - lastAttempt < 1_000) throw new Error('two attempts within a second');
    ids.set(sent.id, sent.revision);
    lastAttempt = now;
    if (answers === 'accepted') accepted = sent.revision;
    const outcome: Outcome =
      answers === 'lost'
        ? later('10 秒没有应答')
        : answers === 'accepted'
          ? { kind: answers }
          : { kind: answers, problem: answers };
    const left = rules.settle(standing, sent, outcome, { now: at(now), random: 0.5 });
    standing = {
      told: left.told ?? standing.told,
      message: left.told === undefined ? sent : undefined,
      failures: left.failures,
      nextAt: left.nextAt,
      claimedUntil: undefined,
    };
    return 0;
  };
  const run = (until: number): void => {
    for (let wait = look(); wait !== undefined && now + wait <= until; wait = look()) now += wait;
    now = Math.max(now, until);
  };

  for (const event of history) {
    if (event.kind === 'change') changes.push(now);
    if (event.kind === 'pass') run(now + event.milliseconds);
    if (event.kind === 'answers') answers = event.with;
    // Died in the middle of an attempt: the message and the claim stand in the row.
    if (event.kind === 'restart') standing = { ...standing, claimedUntil: at(now + lease) };
  }
  answers = 'accepted';
  run(now + 10 * 3_600_000);
  if (accepted !== changes.length) throw new Error(`${changes.length} is never told, ${accepted} was last`);
}

describe('any history of changes, answers and restarts', () => {
  const holds = (rules: Rules) =>
    fc.assert(
      fc.property(events, (history) => play(history, rules)),
      { numRuns: 300 },
    );

  test('ends with the newest revision told, each message under one id, in rising order, never in haste', () => {
    holds({ decide, settle });
  });

  test('many changes at once are told once', () => {
    let sent = 0;
    const counting: Rules['settle'] = (...args) => {
      sent += 1;
      return settle(...args);
    };
    const burst = Array.from({ length: 100 }, (): Event[] => [
      { kind: 'change' },
      { kind: 'pass', milliseconds: 20 },
    ]);
    play(burst.flat(), { decide, settle: counting });
    expect(sent).toBe(1);
  });

  test.each<[string, Rules]>([
    [
      'forgets the cursor on a failure',
      {
        decide,
        settle: (standing, sent, outcome, moment) => ({
          ...settle(standing, sent, outcome, moment),
          told: sent.revision,
        }),
      },
    ],
    [
      'tells of the last failure only',
      {
        decide: (standing, end, moment) =>
          standing.failures > 3 ? { kind: 'idle' } : decide(standing, end, moment),
        settle,
      },
    ],
    [
      'makes a new id at each attempt',
      { decide: (standing, ...rest) => decide({ ...standing, message: undefined }, ...rest), settle },
    ],
    [
      'does not wait after a failure',
      { decide: (standing, ...rest) => decide({ ...standing, nextAt: undefined }, ...rest), settle },
    ],
    [
      'keeps the id of a message for a newer revision',
      {
        decide: (standing, end, moment) => {
          const decided = decide(standing, end, moment);
          return decided.kind === 'send' && standing.message !== undefined
            ? { kind: 'send', message: { ...standing.message, revision: end.revision } }
            : decided;
        },
        settle,
      },
    ],
  ])('a mutant that %s is caught', (_what, mutant) => {
    expect(() => holds(mutant)).toThrow();
  });
});
