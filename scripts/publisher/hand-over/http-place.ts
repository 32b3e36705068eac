/**
 * A hand-over below an address that understands GET, HEAD, PUT and DELETE (WebDAV, or nginx with `dav_methods`).
 * What fails for a while is tried again; what was put stays, so that a run that was cut goes on where it was.
 */
import { backoff } from '../backoff.ts';
import { HandOverFault } from './manifest.ts';
import type { HandOverPlace } from './places.ts';

export interface HttpPlaceOptions {
  /** Sent as `Authorization`; never part of a message. */
  authorization: string | undefined;
  /** Attempts at one request, the first included. */
  attempts?: number;
  /** Waits between two attempts. */
  pause?(milliseconds: number): Promise<void>;
}

/** Milliseconds until an answer must be there, whole. */
const patience = 120_000;

export function httpPlace(base: string, options: HttpPlaceOptions): HandOverPlace {
  const root = base.endsWith('/') ? base : `${base}/`;
  const { attempts = 6, pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)) } = options;
  // The query and the path may be what guards it.
  const name = new URL(root).origin;

  const once = async (method: string, path: string, bytes?: Uint8Array): Promise<Answered> => {
    const response = await fetch(new URL(path, root), {
      method,
      redirect: 'error',
      headers: {
        ...(options.authorization === undefined ? {} : { authorization: options.authorization }),
        ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(bytes === undefined ? {} : { body: bytes as Uint8Array<ArrayBuffer> }),
      signal: AbortSignal.timeout(patience),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    return { status: response.status, body, length: Number.isNaN(length) ? undefined : length };
  };

  /** @throws HandOverFault where it is refused, or fails every time. */
  const ask = async (
    method: string,
    path: string,
    accepted: readonly number[],
    bytes?: Uint8Array,
  ): Promise<Answered> => {
    let why = '';
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (attempt > 1) await pause(backoff(attempt - 1, Math.random()));
      try {
        const answer = await once(method, path, bytes);
        if ((answer.status >= 200 && answer.status < 300) || accepted.includes(answer.status)) return answer;
        why = `应答 ${answer.status}`;
        if (!passing.has(answer.status) && answer.status < 500) break;
      } catch (error) {
        const { name: kind, message, cause } = error as Error & { cause?: { code?: string } };
        why = kind === 'TimeoutError' ? '超时没有应答' : (cause?.code ?? message);
      }
    }
    throw new HandOverFault(
      `${name} 不能${method === 'PUT' ? '写入' : method === 'DELETE' ? '删除' : '读取'} ${path}（${why}）。`,
      '请检查地址、XINGLIN_HAND_OVER_AUTHORIZATION 和对方的日志；再运行一次会接着传，传过的不再传。',
    );
  };

  return {
    name,
    async read(path) {
      const { status, body } = await ask('GET', path, [404]);
      return status === 404 ? undefined : body;
    },
    async sizeOf(path) {
      // A server without HEAD cannot say: then it is put again.
      const { status, length } = await ask('HEAD', path, [404, 405, 501]);
      return status >= 200 && status < 300 ? length : undefined;
    },
    async write(path, bytes) {
      await ask('PUT', path, [], bytes);
    },
    async remove(path) {
      await ask('DELETE', path, [404, 410]);
    },
  };
}

interface Answered {
  status: number;
  body: Uint8Array;
  length: number | undefined;
}

/** Answers below 500 that pass by themselves. */
const passing = new Set([408, 425, 429]);
