/** The resident publisher: woken by the CMS, polling anyway, and going on after every fault it can name. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFault } from '../cli.ts';
import { backoff } from './backoff.ts';
import { BrakeFault, blameDisk, CmsFault, LockFault } from './faults.ts';
import { type Following, follow, pass } from './follow.ts';
import type { Cms, Log } from './ports.ts';
import type { OnProgress, ProgressNews } from './progress-port.ts';
import type { ReleaseLine } from './release-line.ts';
import { StatusBoard } from './status-board.ts';
import type { Workshop } from './workshop.ts';

/** What the parent process is told. */
export type ServiceMessage =
  | { kind: 'published'; release: number; revision: number; at: string; made: boolean }
  | { kind: 'progress'; news: ProgressNews }
  | { kind: 'halted'; sentence: string };

type Open = Workshop & { close(): void };

export interface ServiceOptions {
  cms: Cms;
  /** Takes the lock; given back while a brake holds, so that a person can go on with the command. */
  open(): Promise<Open>;
  log: Log;
  tell(message: ServiceMessage): void;
  /** Told of every release that is live. */
  released?(line: ReleaseLine): void;
  board?: StatusBoard;
  signal: AbortSignal;
}

/** Milliseconds between two words on how far long work is. */
const progressEvery = 250;
/** Milliseconds between attempts while a brake holds. */
const haltedFor = 30_000;
/** Milliseconds after which a CMS that is away is asked again at the latest, and one that asks us to stay away. */
const awayFor = 10_000;
const stayAway = 10 * 60_000;

/**
 * Publishes until the signal; a pass that has begun to write is finished first.
 * @throws LockFault where another publisher is at work at the beginning.
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { signal, log, board = new StatusBoard() } = options;
  let workshop: Open | undefined = await options.open();
  let failures = 0;
  const following: Following = {
    ...{ cms: options.cms, log, board, signal },
    onProgress: rarely((news) => options.tell({ kind: 'progress', news })),
    released: (line) => options.released?.(line),
    passed: ({ release, made }) => {
      const { number, revision, at } = release;
      options.tell({ kind: 'published', release: number, revision, at, made });
    },
  };
  const well = () => {
    failures = 0;
    const over = board.recovered();
    if (over !== undefined)
      log('info', 'recovered', `恢复正常（此前：${over.sentence}）`, { times: over.times });
  };
  try {
    await mend(workshop, following);
    while (!signal.aborted) {
      try {
        workshop ??= await options.open();
        await follow(workshop, following, well);
      } catch (raw) {
        if (signal.aborted) break;
        const error = blameDisk(raw);
        if (!(error instanceof CommandFault)) throw error;
        failures += 1;
        const { message, remedy } = error;
        // Told once, not at every attempt: it goes on until `recovered`.
        if (board.failed(faultName(error), message, remedy)) {
          log('error', faultName(error), `${message} ${remedy}`);
          if (error instanceof BrakeFault) options.tell({ kind: 'halted', sentence: message });
        }
        const halted: boolean = error instanceof BrakeFault || error instanceof LockFault;
        board.becomes(halted ? 'halted' : 'failing');
        if (halted) {
          workshop?.close();
          workshop = undefined;
        }
        await pause(halted ? haltedFor : waitAfter(error, failures), signal);
      }
    }
  } finally {
    workshop?.close();
    log('info', 'ended', '发布程序已停止');
  }
}

/** Told at most a few times a second: every message wakes the parent. */
function rarely(tell: OnProgress): OnProgress {
  let told = Number.NEGATIVE_INFINITY;
  return (news) => {
    if (performance.now() - told < progressEvery) return;
    told = performance.now();
    tell(news);
  };
}

/** Milliseconds to wait after a fault. */
function waitAfter(error: CommandFault, failures: number): number {
  const usual = backoff(failures, Math.random());
  if (!(error instanceof CmsFault)) return usual;
  const asked = Math.min((error.retryAfter ?? 0) * 1000, stayAway);
  return Math.max(Math.min(usual, awayFor), asked);
}

/** At the beginning, without the CMS: a crash or new templates are mended from the snapshot alone. */
async function mend(workshop: Workshop, following: Following): Promise<void> {
  if (workshop.snapshot.epoch === '') return;
  const quietly: Following = { ...following, passed: () => {} };
  try {
    await pass(workshop, quietly);
  } catch (raw) {
    if (following.signal.aborted) return;
    const error = blameDisk(raw);
    if (!(error instanceof CommandFault)) throw error;
    following.log('warn', faultName(error), `启动时的检查没有完成：${error.message}`);
  }
}

function faultName(error: CommandFault): string {
  return error.constructor.name.replace(/Fault$/, '-fault').toLowerCase();
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
