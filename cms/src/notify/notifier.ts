/**
 * Tells targets that the published state has moved. One loop a target, outside every act and every request: an
 * editor never waits for it. A commit wakes it, and it looks by itself too, for the commits of other instances.
 */
import { randomUUID } from 'node:crypto';
import { readHead } from '../publication/head.ts';
import type { Publication } from '../publication/publication.ts';
import { decide, type Settlement, type Step, settle as settleRule } from './rules.ts';
import { send } from './send.ts';
import { claim, firstChangeAfter, type NotifyRow, readRow, release, writeSettlement } from './table.ts';
import type { Message, Origin, Target } from './target.ts';

/** Milliseconds between two looks at the log where nobody wakes. */
const recheck = 2_000;

export interface NotifierOptions {
  targets: readonly Target[];
  /** Milliseconds within which changes are told together. */
  window: number;
  /** What an attempt leaves behind; tests set a broken one. */
  settle?: typeof settleRule;
}

export interface Notifier {
  /** Breaks off what is being sent and waits until nothing touches the database any more. */
  stop(): Promise<void>;
}

export function startNotifier(publication: Publication, options: NotifierOptions): Notifier {
  const ending = new AbortController();
  const loops = options.targets.map((target) => follow(publication, target, options, ending.signal));
  return {
    async stop() {
      ending.abort();
      await Promise.all(loops);
    },
  };
}

async function follow(
  publication: Publication,
  target: Target,
  options: NotifierOptions,
  signal: AbortSignal,
): Promise<void> {
  const { log } = publication.strapi;
  while (!signal.aborted) {
    // Before the look: a commit in between must not be slept through.
    const woken = publication.waiters.next(recheck, signal);
    let wait: number | undefined;
    try {
      wait = await turn(publication, target, options, signal);
    } catch (error) {
      if (signal.aborted) break;
      log.error(`通知 ${target.label} 的程序出错，2 秒后再看：${String(error)}`);
    }
    if (wait === 0) continue;
    await (wait === undefined || wait > recheck ? woken : pause(wait, signal));
  }
}

/** One look, and one attempt where it is due. Resolves to milliseconds until the next look; undefined: no hurry. */
async function turn(
  publication: Publication,
  target: Target,
  options: NotifierOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { connection } = publication.strapi.db;
  const row = await readRow(connection, target.key);
  const { revision, epoch } = await readHead(connection);
  const firstUntoldAt = await firstChangeAfter(connection, row.told);
  const now = publication.now();
  const step: Step = decide(
    row,
    { revision, firstUntoldAt },
    { now, window: options.window, newId: () => `msg_${randomUUID().replaceAll('-', '')}` },
  );
  if (step.kind === 'idle') return undefined;
  if (step.kind === 'wait') return step.milliseconds;
  const name = randomUUID();
  if (!(await claim(connection, target.key, { read: row, message: step.message, claim: name, now })))
    return 0;
  const origin = { siteUrl: publication.siteUrl, epoch };
  const settlement = await attempt(
    publication,
    target,
    { row, message: step.message, origin, name },
    options,
    signal,
  );
  return settlement === undefined ? undefined : 0;
}

interface Attempt {
  row: NotifyRow;
  message: Message;
  origin: Origin;
  name: string;
}

async function attempt(
  publication: Publication,
  target: Target,
  { row, message, origin, name }: Attempt,
  { settle = settleRule }: NotifierOptions,
  signal: AbortSignal,
): Promise<Settlement | undefined> {
  const { connection } = publication.strapi.db;
  try {
    const request = target.request(message, origin, publication.now());
    const outcome = await send(target, request, signal, () => publication.now());
    const now = publication.now();
    const settlement = settle(row, message, outcome, { now, random: Math.random() });
    const written = await writeSettlement(connection, target.key, { claim: name, settlement, now });
    if (written) tell(publication, target, message, settlement);
    return settlement;
  } catch (error) {
    await release(connection, target.key, name);
    if (signal.aborted) return undefined;
    throw error;
  }
}

function tell({ strapi }: Publication, { label }: Target, message: Message, settlement: Settlement): void {
  const what = `修订 ${message.revision}（${message.id}）`;
  if (settlement.nextAt === undefined) {
    strapi.log.info(`已通知 ${label}：${what}`);
    return;
  }
  const again = `第 ${settlement.failures} 次没有成功，${settlement.nextAt.toISOString()} 再试`;
  strapi.log.warn(`没能通知 ${label}：${what}，${settlement.problem}；${again}`);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
