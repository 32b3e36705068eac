/** What can be wrong with a CMS, one function each: answers a request in its place. */
import type { ServerResponse } from 'node:http';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { feedLine, frameFeed } from '@xinglin/shared/feed.js';
import type { FeedServer } from '../../../rigs/feed-server.ts';
import { article } from '../../../rigs/items.ts';
import type { Site } from '../parts/site.ts';

/** Answers a request for the feed since a revision. */
type Answer = (response: ServerResponse, cms: FeedServer, since: number) => Promise<void> | void;

export interface UpstreamFault {
  /** In the words of the printed trial. */
  name: string;
  /** Undefined: nobody listens at the address at all. */
  answer: Answer | undefined;
  /** Only a feed of everything can show it: the publisher's own snapshot is lost before. */
  anew?: boolean;
}

const plain = (status: number, body = '', headers: Record<string, string> = {}): Answer => {
  return (response) => void response.writeHead(status, headers).end(body);
};

/** The feed with its lines changed, and a frame that fits them. */
const framed = (change: (lines: string[]) => string[]): Answer => {
  return async (response, { ledger }, since) => {
    const lines = change(ledger.since(since).map(feedLine));
    const revision = Math.max(ledger.revision, ...lines.map((line) => Number(JSON.parse(line).revision)));
    for await (const line of frameFeed({ ...ledger.header(since), revision }, lines)) response.write(line);
    response.end();
  };
};

/** The feed's bytes up to a place. */
const cut = (place: (feed: string) => number): Answer => {
  return async (response, { ledger }, since) => {
    const feed = await ledger.feed(since);
    response.end(feed.slice(0, place(feed)));
  };
};

const inItems = (change: (item: Record<string, unknown>) => void) =>
  framed((lines) =>
    lines.map((line) => {
      const row = JSON.parse(line) as { item?: Record<string, unknown> };
      if (row.item !== undefined) change(row.item);
      return canonicalJson(row);
    }),
  );

const afterLastRow = (feed: string) => feed.lastIndexOf('\n', feed.length - 2) + 1;

export const upstreamFaults: readonly UpstreamFault[] = [
  { name: '连接被拒', answer: undefined },
  { name: '401', answer: plain(401) },
  { name: '429', answer: plain(429, '', { 'retry-after': '30' }) },
  { name: '500', answer: plain(500, '{"error":"internal"}') },
  {
    name: 'HTML 登录页',
    answer: plain(200, '<!doctype html><title>请登录</title>', { 'content-type': 'text/html' }),
  },
  {
    name: '每秒一个字节',
    async answer(response, { ledger }, since) {
      const feed = await ledger.feed(since);
      let at = 0;
      const dripping = setInterval(() => {
        response.write(feed.charAt(at));
        at += 1;
      }, 1_000);
      response.once('close', () => clearInterval(dripping));
      response.flushHeaders();
    },
  },
  { name: '在一行中间截断', answer: cut((feed) => Math.floor(afterLastRow(feed) * 0.7)) },
  { name: '在结尾行之前截断', answer: cut(afterLastRow) },
  {
    name: '传到一半断线',
    async answer(response, { ledger }, since) {
      const feed = await ledger.feed(since);
      response.writeHead(200, { 'content-length': Buffer.byteLength(feed) });
      response.write(feed.slice(0, feed.length / 2), () => response.destroy());
    },
  },
  { name: '空应答', answer: plain(200) },
  { name: '格式正确但什么也没有', anew: true, answer: framed(() => []) },
  { name: '少了一半', anew: true, answer: framed((lines) => lines.filter((_, index) => index % 2 === 0)) },
  {
    name: '编号重复',
    answer: framed((lines) => {
      const rows = lines.map((line) => JSON.parse(line) as { revision: number });
      const again = rows.slice(0, 1).map((row) => ({ ...row, revision: (rows.at(-1)?.revision ?? 0) + 1 }));
      return [...rows, ...again].map((row) => canonicalJson(row));
    }),
  },
  { name: '多了不认识的字段', answer: inItems((item) => Object.assign(item, { mood: 'merry' })) },
  { name: '字段换了类型', answer: inItems((item) => Object.assign(item, { slug: 7 })) },
  { name: '多了不认识的类型', answer: inItems((item) => Object.assign(item, { type: 'poem' })) },
  {
    name: '换了格式版本',
    async answer(response, { ledger }, since) {
      response.end((await ledger.feed(since)).replace('xinglin-feed/1', 'xinglin-feed/2'));
    },
  },
];

/** The CMS has this fault from now on. Long polls go on telling that there is news. */
export async function befall(site: Site, { answer }: UpstreamFault): Promise<void> {
  if (answer === undefined) return site.away();
  const { cms } = site;
  cms.meddle = (request, response) => {
    const url = new URL(request.url ?? '/', cms.url);
    if (url.pathname !== '/api/xinglin/feed') return false;
    void answer(response, cms, Number(url.searchParams.get('since')));
    return true;
  };
}

export async function lift(site: Site, { answer }: UpstreamFault): Promise<void> {
  if (answer === undefined) await site.back();
  site.cms.meddle = undefined;
  site.cms.wake();
}

/** Something that a publisher would put live if it trusted the answer. */
export function tempt({ cms }: Site): void {
  cms.ledger.put(
    article('a0', { title: '换过的题目' }),
    article('a1', { title: '也换过' }),
    article('fresh'),
  );
}
