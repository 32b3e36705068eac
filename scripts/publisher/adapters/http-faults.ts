/** What a CMS answers that is no answer, in the words of the person who must mend it. */
import { FeedFault } from '@xinglin/shared/feed-fault.js';
import { CommandFault } from '../../cli.ts';
import { CmsFault } from '../faults.ts';
import { MediaFault } from '../ports.ts';
import { Stalled } from './exchange.ts';

/** @throws CmsFault unless the answer is a good one. */
export async function accepted(url: string, response: Response): Promise<void> {
  if (response.ok) return;
  await response.body?.cancel();
  const { status } = response;
  if (status === 401 || status === 403) {
    throw new CmsFault(
      'refused',
      `管理后台 ${url} 不认发布令牌（${status}）。网站没有改动。`,
      '请让 XINGLIN_PUBLISHER_TOKEN（或数据文件夹里的 secrets.json）与管理后台的一致；改过令牌要重启管理后台。',
    );
  }
  const told = `管理后台 ${url} 应答 ${status}（${new URL(response.url).pathname}）。网站没有改动。`;
  const wait = retryAfter(response.headers.get('retry-after'), Date.now());
  if (status === 429) {
    throw new CmsFault('failed', told, '管理后台请发布程序慢一些；会按它说的时间再来，不用处理。', wait);
  }
  throw new CmsFault(
    'failed',
    told,
    status >= 500
      ? '请看管理后台的日志；恢复后会自动继续。'
      : '请检查地址是不是这个站点的管理后台，以及两边的版本是否一致。',
    wait,
  );
}

/** Seconds that a `Retry-After` names, as a number or as a moment; undefined where it names none. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header);
  // A day's name begins every HTTP date; without one, `Date.parse` takes all kinds of things for dates.
  const moment = /^[A-Z][a-z]+,/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil((moment - now) / 1000));
}

/** What the line threw, by name; what has a name already stays. */
export function unreachable(url: string, error: unknown): unknown {
  const named = error instanceof CommandFault || error instanceof FeedFault || error instanceof MediaFault;
  if (named || !(error instanceof Error) || isOurs(error)) return error;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  const why =
    error instanceof Stalled
      ? error.verdict === 'slow'
        ? '应答慢得不能用'
        : '超时没有应答'
      : (cause?.code ?? cause?.message ?? error.message);
  return new CmsFault(
    'unreachable',
    `连不上管理后台 ${url}（${why}）。读者看到的网站不受影响。`,
    '请确认管理后台正在运行、地址和端口正确（XINGLIN_CMS_URL 或 XINGLIN_CMS_PORT）。',
  );
}

/** What our own disk throws carries the call that failed; what the network throws is wrapped by `fetch`. */
function isOurs(error: Error): boolean {
  return 'syscall' in error;
}
