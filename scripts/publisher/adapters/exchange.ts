/** One question over HTTP and its answer, given up when it no longer comes. */
import { Patience, silence, type Verdict } from './patience.ts';

/** An answer that did not come, or stopped coming. */
export class Stalled extends Error {
  override readonly name = 'Stalled';
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    super(verdict);
    this.verdict = verdict;
  }
}

export interface Question extends Omit<RequestInit, 'signal'> {
  /** Seconds that the other side may think before it begins to answer. */
  seconds?: number;
  signal?: AbortSignal | undefined;
  /** Milliseconds of one second of patience: fewer in tests. */
  second?: number | undefined;
}

export interface Answer {
  response: Response;
  /** The answer's bytes as they come. Throws `Stalled`, and what the connection throws. */
  chunks(): AsyncGenerator<Uint8Array>;
  /** All of them. */
  bytes(): Promise<Buffer>;
}

/** @throws Stalled, the signal's reason, or what the connection throws. */
export async function ask(url: string, question: Question): Promise<Answer> {
  const { seconds = silence, signal, second = 1000, ...init } = question;
  const stalling = new AbortController();
  const both = signal === undefined ? stalling.signal : AbortSignal.any([signal, stalling.signal]);
  const thinking = setTimeout(() => stalling.abort(new Stalled('silent')), seconds * second);
  let response: Response;
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: both });
  } finally {
    clearTimeout(thinking);
  }
  const chunks = () => readPatiently(response, stalling, second);
  return {
    response,
    chunks,
    async bytes() {
      const all: Uint8Array[] = [];
      for await (const chunk of chunks()) all.push(chunk);
      return Buffer.concat(all);
    },
  };
}

async function* readPatiently(
  response: Response,
  stalling: AbortController,
  second: number,
): AsyncGenerator<Uint8Array> {
  const patience = new Patience();
  const reader = response.body?.getReader();
  let waiting = false;
  const clock = setInterval(() => {
    const verdict = waiting ? patience.tick() : undefined;
    if (verdict !== undefined) stalling.abort(new Stalled(verdict));
  }, second);
  try {
    while (reader !== undefined) {
      waiting = true;
      const { done, value } = await reader.read();
      waiting = false;
      if (done) return;
      patience.got(value.length);
      yield value;
    }
  } finally {
    clearInterval(clock);
    // Left before its end, the answer is of no use to anybody; one that failed cannot be cancelled.
    await reader?.cancel().catch(() => {});
  }
}
