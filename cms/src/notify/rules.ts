/** When a target is told, and what an attempt changes. Pure; `notifier.ts` does what is decided here. */
import type { Message, Outcome } from './target.ts';

/** What is known of a target: its row. */
export interface Standing {
  /** The revision it accepted last: its cursor. 0 where it was never told. */
  told: number;
  /** The message that was tried and not accepted yet. */
  message: Message | undefined;
  /** Attempts in a row that were not accepted. */
  failures: number;
  /** Not before. */
  nextAt: Date | undefined;
  /** Somebody is sending; where they died, until this moment. */
  claimedUntil: Date | undefined;
}

/** The change log's end. */
export interface LogEnd {
  revision: number;
  /** When the oldest change that the target was not told of was made. */
  firstUntoldAt: Date | undefined;
}

export type Step =
  | { kind: 'idle' }
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'send'; message: Message };

/** Milliseconds that one attempt may take. */
export const patience = 10_000;
/** Milliseconds for which a claim holds: an attempt and the writing of what became of it. */
export const lease = 2 * patience;
const second = 1_000;
const hour = 3_600 * second;

export interface Moment {
  now: Date;
  /** Milliseconds within which changes are told together. */
  window: number;
  newId(): string;
}

/**
 * The log is the truth: a target whose cursor is not the log's end is told, once, of the newest revision.
 * An end before the cursor is a database that was put back: the target knows what no longer is.
 */
export function decide(standing: Standing, end: LogEnd, { now, window, newId }: Moment): Step {
  if (standing.told === end.revision) return { kind: 'idle' };
  const first = end.firstUntoldAt?.getTime() ?? now.getTime() - window;
  const waits = [
    within(standing.claimedUntil, now, lease),
    within(standing.nextAt, now, hour),
    standing.failures > 0 ? 0 : within(new Date(first + window), now, window),
  ];
  const milliseconds = Math.max(...waits);
  if (milliseconds > 0) return { kind: 'wait', milliseconds };
  const pending = standing.message;
  if (pending?.revision === end.revision) return { kind: 'send', message: pending };
  return { kind: 'send', message: { id: newId(), revision: end.revision, at: now.toISOString() } };
}

/** Milliseconds until a moment; 0 where it is further than it can be, because a clock was put back. */
function within(moment: Date | undefined, now: Date, longest: number): number {
  const milliseconds = moment === undefined ? 0 : moment.getTime() - now.getTime();
  return milliseconds > longest || milliseconds < 0 ? 0 : milliseconds;
}

/** What an attempt leaves behind. */
export interface Settlement {
  /** Undefined: the cursor stays. */
  told: number | undefined;
  failures: number;
  problem: string | undefined;
  refused: boolean;
  nextAt: Date | undefined;
}

/** `random` is between 0 and 1. */
export function settle(
  standing: Pick<Standing, 'failures'>,
  message: Message,
  outcome: Outcome,
  { now, random }: { now: Date; random: number },
): Settlement {
  if (outcome.kind === 'accepted') {
    return { told: message.revision, failures: 0, problem: undefined, refused: false, nextAt: undefined };
  }
  const failures = standing.failures + 1;
  const refused = outcome.kind === 'refused';
  const own = refused ? hour * (0.5 + random / 2) : backoff(failures, random);
  const asked = outcome.kind === 'later' ? (outcome.after ?? 0) : 0;
  const nextAt = new Date(now.getTime() + Math.min(hour, Math.max(own, asked)));
  return { told: undefined, failures, problem: outcome.problem, refused, nextAt };
}

/**
 * Milliseconds after so many failures in a row: doubling from 2 s to 15 min, with jitter. At least a second, so
 * that no two attempts at a message carry the same timestamp.
 */
export function backoff(failures: number, random: number): number {
  const ceiling = Math.min(900 * second, 2 * second * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
