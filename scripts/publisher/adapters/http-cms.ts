/** The CMS over HTTP, with the publisher's token. The token is never part of a message. */
import { sha256 as sha256Of } from '@xinglin/shared/digest.js';
import type { Receipts } from '@xinglin/shared/receipts.js';
import { z } from 'zod';
import { CmsFault } from '../faults.ts';
import { type Cms, MediaFault } from '../ports.ts';

export interface CmsAddress {
  /** Origin, without a trailing slash. */
  url: string;
  token: string;
}

/** Seconds until an answer must be there, whole: a full feed of 100,000 articles or a large video included. */
const patience = 120;

const head = z.object({ revision: z.int().min(0) });

export function httpCms({ url, token }: CmsAddress): Cms {
  const ask = async (path: string, init: RequestInit & { seconds?: number } = {}): Promise<Response> => {
    const { seconds = patience, signal, ...rest } = init;
    const timeout = AbortSignal.timeout(seconds * 1000);
    try {
      return await fetch(url + path, {
        ...rest,
        redirect: 'error',
        headers: { ...rest.headers, authorization: `Bearer ${token}` },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw unreachable(url, error as Error);
    }
  };
  const text = async (response: Response): Promise<string> => {
    try {
      return await response.text();
    } catch (error) {
      throw unreachable(url, error as Error);
    }
  };

  return {
    async feed(since, signal) {
      const response = await ask(`/api/xinglin/feed?since=${since}`, { ...(signal && { signal }) });
      return text(accepted(url, response));
    },
    async wait(since, seconds, signal) {
      const response = await ask(`/api/xinglin/feed/wait?since=${since}&seconds=${seconds}`, {
        seconds: seconds + patience,
        ...(signal && { signal }),
      });
      const answer = head.safeParse(parseJson(await text(accepted(url, response))));
      if (answer.success) return answer.data.revision;
      throw new CmsFault(
        'failed',
        `${url} 对「有没有新内容」的应答不是约定的格式。`,
        '请检查地址和管理后台的版本。',
      );
    },
    async media(sha256, signal) {
      const response = await ask(`/api/xinglin/media/${sha256}`, { ...(signal && { signal }) });
      if (response.status === 404 || response.status === 410) {
        await response.body?.cancel();
        throw new MediaFault('媒体库里找不到这个文件的内容，请重新上传', { lasting: false });
      }
      const bytes = new Uint8Array(await accepted(url, response).arrayBuffer());
      if (sha256Of(bytes) === sha256) return bytes;
      throw new MediaFault('文件内容与登记的校验值不符（存储损坏或被改动），请重新上传', { lasting: false });
    },
    async send(receipts: Receipts) {
      const response = await ask('/api/xinglin/receipts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(receipts),
      });
      accepted(url, response);
      await response.body?.cancel();
    },
  };
}

function accepted(url: string, response: Response): Response {
  if (response.ok) return response;
  void response.body?.cancel();
  const { status } = response;
  if (status === 401 || status === 403) {
    throw new CmsFault(
      'refused',
      `管理后台 ${url} 不认发布令牌（${status}）。网站没有改动。`,
      '请让 XINGLIN_PUBLISHER_TOKEN（或数据文件夹里的 secrets.json）与管理后台的一致；改过令牌要重启管理后台。',
    );
  }
  throw new CmsFault(
    'failed',
    `管理后台 ${url} 应答 ${status}（${new URL(response.url).pathname}）。网站没有改动。`,
    status >= 500
      ? '请看管理后台的日志；恢复后会自动继续。'
      : '请检查地址是不是这个站点的管理后台，以及两边的版本是否一致。',
  );
}

function unreachable(url: string, error: Error): CmsFault {
  const cause = error.cause as { code?: string; message?: string } | undefined;
  const why =
    error.name === 'TimeoutError' ? '超时没有应答' : (cause?.code ?? cause?.message ?? error.message);
  return new CmsFault(
    'unreachable',
    `连不上管理后台 ${url}（${why}）。读者看到的网站不受影响。`,
    '请确认管理后台正在运行、地址和端口正确（XINGLIN_CMS_URL 或 XINGLIN_CMS_PORT）。',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
