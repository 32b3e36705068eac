/** The CMS over HTTP, with the publisher's token. The token is never part of a message. */
import { tmpdir } from 'node:os';
import { sha256 as sha256Of } from '@xinglin/shared/digest.js';
import type { Receipts } from '@xinglin/shared/receipts.js';
import { z } from 'zod';
import { CmsFault } from '../faults.ts';
import { type Cms, MediaFault } from '../ports.ts';
import { type Answer, ask, type Question } from './exchange.ts';
import { accepted, unreachable } from './http-faults.ts';
import { receiveFeed } from './received-feed.ts';

export interface CmsAddress {
  /** Origin, without a trailing slash. */
  url: string;
  token: string;
  /** Where a large feed waits until it is taken up; the machine's own place for such things where absent. */
  spool?: string;
  /** Milliseconds of one second of patience: fewer in tests. */
  second?: number;
}

/** Seconds that the CMS may think before it begins to answer; see `patience.ts` for the rest. */
const thinking = 30;

const head = z.object({ revision: z.int().min(0) });

export function httpCms({ url, token, spool = tmpdir(), second }: CmsAddress): Cms {
  /** Asks, and gives the answer to be read to its end; whatever the line does on the way gets a name. */
  const exchange = async <Value>(
    path: string,
    question: Question,
    read: (answer: Answer) => Promise<Value>,
  ): Promise<Value> => {
    const { signal } = question;
    try {
      const answer = await ask(url + path, {
        seconds: thinking,
        second,
        ...question,
        headers: { ...question.headers, authorization: `Bearer ${token}` },
      });
      return await read(answer);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw unreachable(url, error);
    }
  };

  return {
    feed: (since, { signal, onRows } = {}) =>
      exchange(`/api/xinglin/feed?since=${since}`, { signal }, async (answer) => {
        await accepted(url, answer.response);
        return receiveFeed(answer.chunks(), spool, onRows);
      }),
    wait: (since, seconds, signal) =>
      exchange(
        `/api/xinglin/feed/wait?since=${since}&seconds=${seconds}`,
        { seconds: seconds + thinking, signal },
        async (answer) => {
          await accepted(url, answer.response);
          const told = head.safeParse(parseJson((await answer.bytes()).toString()));
          if (told.success) return told.data.revision;
          throw new CmsFault(
            'failed',
            `${url} 对「有没有新内容」的应答不是约定的格式。`,
            '请检查地址和管理后台的版本。',
          );
        },
      ),
    media: (sha256, signal) =>
      exchange(`/api/xinglin/media/${sha256}`, { signal }, async (answer) => {
        const { status, body } = answer.response;
        if (status === 404 || status === 410) {
          await body?.cancel();
          throw new MediaFault('媒体库里找不到这个文件的内容，请重新上传', { lasting: false });
        }
        await accepted(url, answer.response);
        const bytes = await answer.bytes();
        if (sha256Of(bytes) === sha256) return new Uint8Array(bytes);
        throw new MediaFault('文件内容与登记的校验值不符（存储损坏或被改动），请重新上传', {
          lasting: false,
        });
      }),
    send: (receipts: Receipts, signal) =>
      exchange(
        '/api/xinglin/receipts',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(receipts),
          signal,
        },
        async (answer) => {
          await accepted(url, answer.response);
          await answer.response.body?.cancel();
        },
      ),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
