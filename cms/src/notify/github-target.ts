/**
 * A GitHub repository: `repository_dispatch` starts `.github/workflows/publish.yml`.
 * Source: GitHub REST API, “Create a repository dispatch event”, version 2022-11-28.
 */
import { sha256 } from '@xinglin/shared/digest.js';
import type { GithubTarget } from '@xinglin/shared/notify-settings.js';
import { type Answer, type Outcome, retryAfter, type Target } from './target.ts';

/** The workflow names it under `repository_dispatch.types`. */
const dispatchType = 'xinglin-published';

export function githubTarget({ api, repository, token }: GithubTarget): Target {
  return {
    key: `github:${sha256(`${api} ${repository}`).slice(0, 32)}`,
    label: `GitHub ${repository}`,
    request: (message, { siteUrl, epoch }) => ({
      url: `${api}/repos/${repository}/dispatches`,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'Xinglin',
        'x-github-api-version': '2022-11-28',
      },
      body: JSON.stringify({
        event_type: dispatchType,
        client_payload: { message: message.id, revision: message.revision, epoch, site: siteUrl },
      }),
    }),
    judge: (answer, now) => judge(repository, answer, now),
  };
}

function judge(repository: string, answer: Answer, now: Date): Outcome {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 429 || (status === 403 && isLimit(answer))) {
    return {
      kind: 'later',
      problem: `请求太多，GitHub 要求稍后再试（${status}）`,
      after: limitEnd(answer, now),
    };
  }
  const refused = refusals[status];
  if (refused !== undefined) return { kind: 'refused', problem: refused(repository) };
  const after = retryAfter(answer, now);
  return { kind: 'later', problem: `GitHub 应答 ${status}`, ...(after === undefined ? {} : { after }) };
}

const moved = (repository: string) =>
  `仓库 ${repository} 改名或搬走了：请改 XINGLIN_NOTIFY_GITHUB_REPOSITORY`;

const refusals: Readonly<Record<number, (repository: string) => string>> = {
  301: moved,
  302: moved,
  307: moved,
  308: moved,
  401: () => 'GitHub 不认这个令牌（401）：请换 XINGLIN_NOTIFY_GITHUB_TOKEN',
  403: (repository) => `令牌没有向 ${repository} 发起工作流的权限（403）：需要 contents 读写权限`,
  404: (repository) => `GitHub 上没有 ${repository}，或令牌看不到它（404）：请检查仓库名和令牌的权限`,
  422: (repository) => `GitHub 不接受给 ${repository} 的通知（422）：请检查仓库里的工作流是否启用`,
};

/** A 403 that means “too many”, not “you may not”. */
function isLimit({ headers }: Answer): boolean {
  return headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
}

function limitEnd(answer: Answer, now: Date): number {
  const reset = Number(answer.headers.get('x-ratelimit-reset') ?? Number.NaN);
  const untilReset = Number.isFinite(reset) ? Math.max(0, reset * 1_000 - now.getTime()) : 60_000;
  // Where nothing is said, GitHub asks for a minute at least.
  return retryAfter(answer, now) ?? untilReset;
}
