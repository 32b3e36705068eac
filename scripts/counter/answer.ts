/** What the counter answers. Knows no socket: a request in, an answer out. */
import { timingSafeEqual } from 'node:crypto';
import { viewsPath } from '@xinglin/shared/paths.js';
import type { Limit } from './limit.ts';
import type { Store } from './ports.ts';
import { isReader, type Signs } from './readers.ts';
import type { Tally } from './tally.ts';

export interface Asked extends Signs {
  method: string;
  /** Path and query. */
  url: string;
  /** Of a POST: at most `mostBody` bytes. */
  body: string;
  authorization: string | undefined;
  /** As `clientOf` tells it; asked only where a read may count. */
  client(): string;
}

export interface Answer {
  status: number;
  /** JSON where it is given. */
  body?: string;
  allow?: string;
}

export interface Answering {
  tally: Pick<Tally, 'hit' | 'totalsOf' | 'known'>;
  limit: Pick<Limit, 'allows'>;
  store: Pick<Store, 'changes'>;
  /** The day of this moment. */
  today(): string;
  /** Whether counts are being stored. */
  isWell(): boolean;
  /** What the CMS proves itself with; without it nobody may read what changed. */
  token: string | undefined;
}

/** Bytes of a body: one id. */
export const mostBody = 64;
/** Ids that one question may name. */
const mostIds = 50;
const mostDays = 5_000;

const idForm = /^[a-z0-9]{1,64}$/;

/** Answers at once, but for the CMS's question, which the store answers. */
export function answer(asked: Asked, answering: Answering): Answer | Promise<Answer> {
  const mark = asked.url.indexOf('?');
  const path = mark === -1 ? asked.url : asked.url.slice(0, mark);
  if (path === viewsPath) {
    if (asked.method === 'POST') return count(asked, answering);
    return asked.method === 'GET' ? tell(asked.url.slice(path.length), answering) : notAllowed('GET, POST');
  }
  if (path !== '/changes' && path !== '/health') return { status: 404 };
  if (asked.method !== 'GET') return notAllowed('GET');
  return path === '/health' ? health(answering) : changes(asked, answering);
}

const notAllowed = (allow: string): Answer => ({ status: 405, allow });

/** Counted or not, the answer is the same: nobody learns what is published, and no page depends on it. */
function count(asked: Asked, { tally, limit, today }: Answering): Answer {
  if (!idForm.test(asked.body)) return { status: 400 };
  if (isReader(asked) && limit.allows(asked.client())) tally.hit(asked.body, today());
  return { status: 204 };
}

function tell(query: string, { tally }: Answering): Answer {
  const ids = (new URLSearchParams(query).get('ids') ?? '').split(',');
  if (ids.length > mostIds || !ids.every((id) => idForm.test(id))) return { status: 400 };
  return { status: 200, body: JSON.stringify(tally.totalsOf(ids)) };
}

function health({ isWell, tally }: Answering): Answer {
  const well = isWell();
  return {
    status: well ? 200 : 503,
    body: JSON.stringify({ state: well ? 'ok' : 'not stored', articles: tally.known }),
  };
}

async function changes(asked: Asked, { store, token }: Answering): Promise<Answer> {
  if (token === undefined || !isSame(asked.authorization ?? '', `Bearer ${token}`)) return { status: 401 };
  const after = new URLSearchParams(asked.url.slice(asked.url.indexOf('?') + 1)).get('after') ?? '0';
  if (!/^\d{1,15}$/.test(after)) return { status: 400 };
  return { status: 200, body: JSON.stringify(await store.changes(Number(after), mostDays)) };
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
