/** The resident publisher: woken by the CMS, polling anyway, and going on after every fault it can name. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFault } from '../cli.ts';
import { backoff } from './backoff.ts';
import { BrakeFault, blameDisk, LockFault } from './faults.ts';
import { deliver } from './outbox.ts';
import { patrol } from './patrol.ts';
import type { Cms, Log } from './ports.ts';
import { type Published, publish } from './publish.ts';
import { sync } from './sync.ts';
import type { Workshop } from './workshop.ts';

/** What the parent process is told. */
export type ServiceMessage =
  | { kind: 'published'; release: number; revision: number; at: string; made: boolean }
  | { kind: 'halted'; sentence: string };

export interface ServiceOptions {
  cms: Cms;
  /** Takes the lock; given back while a brake holds, so that a person can go on with the command. */
  open(): Promise<Workshop & { close(): void }>;
  log: Log;
  tell(message: ServiceMessage): void;
  signal: AbortSignal;
}

/** Seconds that the CMS holds a question before it answers “nothing new”. */
const longPoll = 25;
/** Milliseconds after which everything is looked at again, whatever the CMS says. */
const anywayAfter = 10 * 60_000;
/** Milliseconds between attempts while a brake holds. */
const haltedFor = 30_000;

/**
 * Publishes until the signal; a pass that has begun to write is finished first.
 * @throws LockFault where another publisher is at work at the beginning.
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { signal, log } = options;
  let workshop: (Workshop & { close(): void }) | undefined = await options.open();
  let failures = 0;
  const succeeded = () => {
    failures = 0;
  };
  try {
    await mend(workshop, options);
    while (!signal.aborted) {
      try {
        workshop ??= await options.open();
        await serve(workshop, options, succeeded);
      } catch (raw) {
        if (signal.aborted) break;
        const error = blameDisk(raw);
        if (!(error instanceof CommandFault)) throw error;
        failures += 1;
        log('error', faultName(error), `${error.message} ${error.remedy}`, { failures });
        const halted: boolean = error instanceof BrakeFault || error instanceof LockFault;
        if (error instanceof BrakeFault) options.tell({ kind: 'halted', sentence: error.message });
        if (halted) {
          workshop?.close();
          workshop = undefined;
        }
        await pause(halted ? haltedFor : backoff(failures, Math.random()), signal);
      }
    }
  } finally {
    workshop?.close();
    log('info', 'ended', '发布程序已停止');
  }
}

/** At the beginning, without the CMS: a crash, a lost file or new templates are mended from the snapshot alone. */
async function mend(workshop: Workshop, options: ServiceOptions): Promise<void> {
  if (workshop.snapshot.epoch === '') return;
  try {
    await pass(workshop, options);
    if ((await patrol(workshop)) > 0) await pass(workshop, options);
  } catch (raw) {
    if (options.signal.aborted) return;
    const error = blameDisk(raw);
    if (!(error instanceof CommandFault)) throw error;
    options.log('warn', faultName(error), `启动时的检查没有完成：${error.message}`);
  }
}

/** Publishes again and again until a fault. */
async function serve(workshop: Workshop, options: ServiceOptions, succeeded: () => void): Promise<void> {
  const { cms, signal } = options;
  while (!signal.aborted) {
    await syncAndPass(workshop, options);
    succeeded();
    const until = performance.now() + anywayAfter;
    while (!signal.aborted && performance.now() < until) {
      const head = await cms.wait(workshop.snapshot.revision, longPoll, signal);
      if (head !== workshop.snapshot.revision) break;
      await deliver(cms, workshop.state, workshop.log);
    }
  }
}

async function syncAndPass(workshop: Workshop, options: ServiceOptions): Promise<void> {
  const { snapshot, state, log } = workshop;
  const synced = await sync(options.cms, snapshot, state, {
    allowMassDeletion: false,
    full: false,
    signal: options.signal,
  });
  for (const { type, id, title, problems } of synced.quarantined) {
    log('warn', 'quarantined', `${type} ${id}「${title}」没有采用：${problems.join('；')}`);
  }
  const published = await pass(workshop, options);
  const { number, revision, at } = published.release;
  options.tell({ kind: 'published', release: number, revision, at, made: published.made });
  await deliver(options.cms, state, log);
}

/** A pass may find the same fault of a template on every page. */
const findingsLogged = 50;

async function pass(workshop: Workshop, { signal }: ServiceOptions): Promise<Published> {
  const began = performance.now();
  const published = await publish(workshop, { allowMassDeletion: false, full: false, signal });
  for (const { problem } of published.pageFaults) workshop.log('error', 'page-failed', problem);
  for (const { kind, level, text, path } of published.findings.slice(0, findingsLogged)) {
    if (level === 'warning') workshop.log('warn', kind, text, { path });
  }
  if (published.made) {
    const { number, revision } = published.release;
    workshop.log('info', 'published', `第 ${number} 次发布已上线`, {
      release: number,
      revision,
      ...published.counts,
      milliseconds: Math.round(performance.now() - began),
    });
  }
  return published;
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
