/** Where the service writes down how it is. Kept in memory, so that asking for it costs nothing and never waits. */
import type { Release, State } from './ports.ts';
import type { ProgressNews } from './progress-port.ts';
import type { Published } from './publish.ts';
import type { ServiceState, Status, StatusFault } from './status.ts';

/** How many of many are told. */
const told = 20;

export class StatusBoard {
  readonly #now: () => Date;
  readonly #started: Date;
  #state: ServiceState = 'starting';
  #since: Date;
  #facts: Partial<Status> = {};
  #fault: StatusFault | undefined;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
    this.#started = now();
    this.#since = this.#started;
  }

  /** What is done now; `idle` is told as `pinned` where a release is. */
  becomes(state: ServiceState): void {
    const shown = state === 'idle' && typeof this.#facts.pinned === 'number' ? 'pinned' : state;
    if (shown !== this.#state) this.#since = this.#now();
    this.#state = shown;
    this.#facts.progress = null;
  }

  progress(news: ProgressNews): void {
    this.#facts.progress = news;
  }

  /** What the CMS says is its newest revision. */
  head(revision: number): void {
    this.#facts.head = revision;
    this.#facts.headAt = this.#now().toISOString();
  }

  waiting(receipts: number): void {
    this.#facts.receiptsWaiting = receipts;
  }

  /** Looks at what is known after a pass. */
  took(
    revision: number,
    state: Pick<State, 'quarantined' | 'pinned' | 'lastRelease'>,
    published?: Published,
  ) {
    const quarantined = state.quarantined();
    const release = published?.release ?? state.lastRelease();
    Object.assign(this.#facts, {
      revision,
      pinned: state.pinned() ?? null,
      quarantined: quarantined.length,
      quarantine: quarantined
        .slice(0, told)
        .map(({ type, id, title, problems }) => ({ type, id, title, problems })),
      ...(release && { release: inBrief(release) }),
    } satisfies Partial<Status>);
    if (published === undefined) return;
    const problems = problemsOf(published);
    this.#facts.problems = problems.length;
    this.#facts.problem = problems.slice(0, told);
  }

  /** A fault: answers whether it is another one than before. */
  failed(name: string, sentence: string, remedy: string): boolean {
    const known = this.#fault;
    if (known?.until === undefined && known?.name === name && known.sentence === sentence) {
      known.times += 1;
      return false;
    }
    this.#fault = { name, sentence, remedy, since: this.#now().toISOString(), times: 1 };
    return true;
  }

  /** All is well again: answers the fault that is over, if there was one. */
  recovered(): StatusFault | undefined {
    if (this.#fault === undefined || this.#fault.until !== undefined) return undefined;
    this.#fault = { ...this.#fault, until: this.#now().toISOString() };
    return this.#fault;
  }

  read(): Status {
    const now = this.#now();
    return {
      state: this.#state,
      since: this.#since.toISOString(),
      startedAt: this.#started.toISOString(),
      uptimeSeconds: Math.round((now.getTime() - this.#started.getTime()) / 1000),
      pid: process.pid,
      memory: process.memoryUsage.rss(),
      ...{ release: null, pinned: null, revision: 0, head: null, headAt: null, receiptsWaiting: 0 },
      ...{ quarantined: 0, quarantine: [], problems: 0, problem: [], progress: null },
      ...this.#facts,
      fault: this.#fault ?? null,
    };
  }
}

function inBrief({ number, kind, revision, at, counts }: Release): Status['release'] {
  return { number, kind, revision, at, counts };
}

function problemsOf({ pageFaults, mediaProblems, findings }: Published): string[] {
  return [
    ...pageFaults.map(({ problem }) => problem),
    ...mediaProblems.map(({ name, problem }) => `「${name}」：${problem}`),
    ...findings.map(({ text }) => text),
  ];
}
