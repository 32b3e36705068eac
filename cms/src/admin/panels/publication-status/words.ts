/** What the panel 上线状态 says. Pure. */
import type { PublicationStatus } from '../../../publication/answer.ts';

export interface StatusWords {
  /** `已上线 14:02:07` */
  headline: string;
  /** What it means for readers, where the headline does not say it. */
  explanation: string | undefined;
  tone: 'success' | 'secondary' | 'neutral' | 'danger' | 'warning';
}

const explanations: Record<PublicationStatus['state'], string | undefined> = {
  草稿: '还没有发布，读者看不到。',
  发布中: '正在生成网页，通常几秒钟，请稍候。',
  已上线: undefined,
  已下线: '已从网站撤下，读者看不到。',
  撤稿: '已从网站撤下，读者打开它的网址会看到撤稿说明。',
};

const tones: Record<PublicationStatus['state'] | '正在撤下', StatusWords['tone']> = {
  正在撤下: 'secondary',
  草稿: 'neutral',
  发布中: 'secondary',
  已上线: 'success',
  已下线: 'neutral',
  撤稿: 'neutral',
};

/** Whether the site is still on its way to what the office wants: then the answer is worth asking for again. */
export function isUnderway({ state, underway }: PublicationStatus): boolean {
  return state === '发布中' || underway === true;
}

/** Headline, explanation and tone of a status; `now` decides whether the date is worth saying. */
export function wordsOf(status: PublicationStatus, now: Date): StatusWords {
  const { at, troubles = [] } = status;
  const state = status.underway ? '正在撤下' : status.state;
  const waits = state === '发布中' && status.pinned !== undefined;
  return {
    headline: at === undefined ? state : `${state} ${momentOf(at, now)}`,
    explanation: waits ? '发布在排队：网站已固定，解除固定以后会自动上线。' : meaningOf(status),
    tone: troubles.some(({ level }) => level === 'problem') ? 'danger' : waits ? 'warning' : tones[state],
  };
}

function meaningOf(status: PublicationStatus): string | undefined {
  if (status.underway) return '正在更新网页，通常几秒钟，请稍候。';
  if (status.redirectTo !== undefined) return `读者打开它的网址，会转到 ${status.redirectTo}`;
  return explanations[status.state];
}

/** What is said of a release that a person holds fast, or undefined where none is. */
export function pinnedWords({ pinned }: PublicationStatus): string | undefined {
  return pinned === undefined
    ? undefined
    : `网站已固定在第 ${pinned} 次发布，新的发布先排队；撤稿和紧急公告照常生效。`;
}

/** `影响 31 个页面（列出前 20 个）` */
export function pagesWords({ count, paths }: NonNullable<PublicationStatus['pages']>): string {
  return count > paths.length ? `影响 ${count} 个页面（列出前 ${paths.length} 个）` : `影响 ${count} 个页面`;
}

const shanghai = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
const dayFormat = new Intl.DateTimeFormat('zh-CN', { ...shanghai, dateStyle: 'long' });
const timeFormat = new Intl.DateTimeFormat('zh-CN', { ...shanghai, timeStyle: 'medium' });

function momentOf(iso: string, now: Date): string {
  const at = new Date(iso);
  const time = timeFormat.format(at);
  return dayFormat.format(at) === dayFormat.format(now) ? time : `${dayFormat.format(at)} ${time}`;
}
