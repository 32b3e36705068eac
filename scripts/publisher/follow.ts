/** Follows the CMS: news are taken up and published, the first at once, more at most once a second. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Courier } from './courier.ts';
import { deliver } from './outbox.ts';
import { waitBefore } from './pacing.ts';
import type { Cms, Log } from './ports.ts';
import type { OnProgress } from './progress-port.ts';
import { type Published, publish } from './publish.ts';
import { type ReleaseLine, releaseLine } from './release-line.ts';
import { Rounds } from './rounds.ts';
import type { StatusBoard } from './status-board.ts';
import { sync } from './sync.ts';
import { isUrgent } from './urgency.ts';
import type { Workshop } from './workshop.ts';

export interface Following {
  cms: Cms;
  log: Log;
  board: StatusBoard;
  signal: AbortSignal;
  onProgress?: OnProgress;
  /** Told of every release that is live. */
  released(line: ReleaseLine): void;
  /** Told after every pass. */
  passed(published: Published): void;
}

/** Seconds that the CMS holds a question before it answers “nothing new”. */
const longPoll = 25;
/** Milliseconds between two questions at the least. */
const leastPoll = 1_000;
/** Milliseconds after which everything is looked at again, whatever the CMS says. */
const anywayAfter = 10 * 60_000;
/** A pass may find the same fault of a template on every page. */
const findingsLogged = 50;
/** Rows beyond which a feed is no office at work: there is nothing to gain from waiting for more. */
const many = 500;

/** Publishes again and again until a fault or the signal. `well` is told when everything is live. */
export async function follow(workshop: Workshop, following: Following, well: () => void): Promise<void> {
  const { cms, board, signal } = following;
  const { snapshot, state, log } = workshop;
  const courier = new Courier(async () => board.waiting(await deliver(cms, state, log, signal)));
  const rounds = new Rounds(workshop, signal);
  let lastBegan: number | undefined;
  try {
    let learned: number | undefined;
    while (!signal.aborted) {
      let rows = await takeNews(workshop, following);
      const wait = () => {
        const urgent = rows > many || (rows > 0 && snapshot.delta().some(isUrgent));
        return waitBefore(performance.now(), lastBegan, urgent);
      };
      for (let left = rows === 0 ? 0 : wait(); left > 0 && !signal.aborted; left = wait()) {
        if (await isNews(workshop, following, left)) rows += await takeNews(workshop, following);
      }
      const began = performance.now();
      const published = await pass(workshop, following, learned);
      if (published.made) lastBegan = began;
      well();
      courier.nudge();
      rounds.begin();
      learned = await news(workshop, following, rounds, () => courier.nudge());
    }
  } finally {
    await rounds.end();
    await courier.settled();
  }
}

/** One look at everything, without the CMS. */
export async function pass(
  workshop: Workshop,
  { board, log, signal, onProgress, released, passed }: Following,
  learned?: number,
): Promise<Published> {
  const { snapshot, state } = workshop;
  board.becomes('publishing');
  const began = performance.now();
  const published = await publish(workshop, {
    allowMassDeletion: false,
    full: false,
    signal,
    onProgress: (news) => {
      board.progress(news);
      onProgress?.(news);
    },
  });
  const served = performance.now();
  for (const { problem } of published.pageFaults) log('error', 'page-failed', problem);
  for (const { kind, level, text, path } of published.findings.slice(0, findingsLogged)) {
    if (level === 'warning') log('warn', kind, text, { path });
  }
  if (published.made) {
    const { number, revision } = published.release;
    log('info', 'published', `第 ${number} 次发布已上线`, {
      release: number,
      revision,
      ...published.counts,
      milliseconds: Math.round(served - began),
    });
    released(releaseLine(published, state.causes(number), { learned, began, served }));
  }
  board.took(snapshot.revision, state, published);
  board.becomes('idle');
  passed(published);
  return published;
}

/** Brings the snapshot up to date; answers how many rows came. */
async function takeNews(workshop: Workshop, following: Following): Promise<number> {
  const { cms, board, log, signal, onProgress } = following;
  const { snapshot, state, turns } = workshop;
  board.becomes('syncing');
  const synced = await turns.take(() =>
    sync(cms, snapshot, state, {
      allowMassDeletion: false,
      full: false,
      signal,
      onProgress: (news) => {
        board.progress(news);
        onProgress?.(news);
      },
    }),
  );
  for (const { type, id, title, problems } of synced.quarantined) {
    log('warn', 'quarantined', `${type} ${id}「${title}」没有采用：${problems.join('；')}`);
  }
  board.head(synced.revision);
  return synced.puts + synced.tombstones;
}

/** Waits for news, or until something is to be looked at anyway; answers when we learned of them. */
async function news(
  workshop: Workshop,
  { cms, board, signal }: Following,
  rounds: Rounds,
  nudge: () => void,
): Promise<number | undefined> {
  const until = performance.now() + anywayAfter;
  const either = AbortSignal.any([signal, rounds.found]);
  try {
    while (!either.aborted && performance.now() < until) {
      const { revision } = workshop.snapshot;
      const asked = performance.now();
      const head = await cms.wait(revision, longPoll, either);
      board.head(head);
      if (head !== revision) return performance.now();
      nudge();
      // A CMS that does not hold the question must not be asked without end.
      const early = asked + leastPoll - performance.now();
      if (early > 0) await sleep(early, undefined, { signal: either });
    }
  } catch (error) {
    if (!rounds.found.aborted || signal.aborted) throw error;
  }
  rounds.seen();
  return undefined;
}

/** Whether there are news within so many milliseconds. */
async function isNews({ snapshot }: Workshop, { cms, signal }: Following, milliseconds: number) {
  const { revision } = snapshot;
  const over = AbortSignal.timeout(Math.ceil(milliseconds));
  const either = AbortSignal.any([signal, over]);
  try {
    if ((await cms.wait(revision, longPoll, either)) !== revision) return true;
    await sleep(milliseconds, undefined, { signal: either });
    return false;
  } catch (error) {
    if (over.aborted && !signal.aborted) return false;
    throw error;
  }
}
