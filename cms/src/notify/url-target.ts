/** Any address that understands Standard Webhooks. */
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { sha256 } from '@xinglin/shared/digest.js';
import type { UrlTarget } from '@xinglin/shared/notify-settings.js';
import { signWebhook } from '@xinglin/shared/webhooks.js';
import { type Answer, type Outcome, retryAfter, type Target } from './target.ts';

/** The event's type in the body. */
const eventType = 'site.published';

export function urlTarget({ url, secrets }: UrlTarget): Target {
  return {
    key: `url:${sha256(url).slice(0, 32)}`,
    // The path and the query of such an address are often what guards it.
    label: new URL(url).origin,
    request(message, origin, now) {
      const data = { site: origin.siteUrl, epoch: origin.epoch, revision: message.revision };
      const body = canonicalJson({ type: eventType, timestamp: message.at, data });
      const timestamp = Math.floor(now.getTime() / 1_000);
      return {
        url,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Xinglin',
          ...signWebhook({ id: message.id, timestamp, body }, secrets),
        },
        body,
      };
    },
    judge,
  };
}

function judge(answer: Answer, now: Date): Outcome {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 410) return { kind: 'refused', problem: '对方说不再接收通知（410）' };
  if (status >= 300 && status < 400) {
    return {
      kind: 'refused',
      problem: `地址转到了别处（${status}），通知不会跟过去：请改 XINGLIN_NOTIFY_URL`,
    };
  }
  const after = retryAfter(answer, now);
  return { kind: 'later', problem: `对方应答 ${status}`, ...(after === undefined ? {} : { after }) };
}
