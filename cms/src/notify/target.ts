/** Whom the CMS tells of a publication, and what an answer means. Pure: a target makes requests, it sends none. */

/** One notification: a hint that the log has moved to this revision, and nothing more (law 7). */
export interface Message {
  /** The same at every attempt. */
  id: string;
  revision: number;
  /** When it was made, ISO 8601 in UTC. */
  at: string;
}

/** Which history of which site a revision belongs to. */
export interface Origin {
  siteUrl: string;
  epoch: string;
}

export interface OutgoingRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Answer {
  status: number;
  headers: Headers;
}

/** What became of an attempt; problems are told to IT, in Chinese, and hold no secret. */
export type Outcome =
  | { kind: 'accepted' }
  /** Worth trying again by itself; not before `after` milliseconds where the target said so. */
  | { kind: 'later'; problem: string; after?: number }
  /** Somebody must mend something first. */
  | { kind: 'refused'; problem: string };

export interface Target {
  /** Names the target in the table: another address is another target. */
  key: string;
  /** Names it to people, without anything that may be secret. */
  label: string;
  request(message: Message, origin: Origin, now: Date): OutgoingRequest;
  judge(answer: Answer, now: Date): Outcome;
}

/**
 * Milliseconds that an answer asks one to wait: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
 * Undefined where it says nothing that can be read.
 */
export function retryAfter({ headers }: Answer, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime());
}
