/** What the panel 上线状态 says. Pure. */

/** The answer of `GET /xinglin/status/:type/:documentId`. */
export interface PublicationStatus {
  state: '草稿' | '发布中' | '已上线' | '已下线';
  url?: string;
  path?: string;
  release?: number;
  /** When it went live, ISO 8601. */
  at?: string;
  problem?: string;
}

export interface StatusWords {
  /** `已上线 14:02:07` */
  headline: string;
  /** What it means for readers, where the headline does not say it. */
  explanation: string | undefined;
  tone: 'success' | 'secondary' | 'neutral' | 'danger';
}

const explanations: Record<PublicationStatus['state'], string | undefined> = {
  草稿: '还没有发布，读者看不到。',
  发布中: '正在生成网页，通常几秒钟，请稍候。',
  已上线: undefined,
  已下线: '已从网站撤下，读者看不到。',
};

const tones: Record<PublicationStatus['state'], StatusWords['tone']> = {
  草稿: 'neutral',
  发布中: 'secondary',
  已上线: 'success',
  已下线: 'neutral',
};

/** Headline, explanation and tone of a status; `now` decides whether the date is worth saying. */
export function wordsOf(status: PublicationStatus, now: Date): StatusWords {
  return {
    headline: status.at === undefined ? status.state : `${status.state} ${momentOf(status.at, now)}`,
    explanation: explanations[status.state],
    tone: status.problem === undefined ? tones[status.state] : 'danger',
  };
}

/** `/news/zhi-suan/ · 第 128 次发布` */
export function proofOf({ path, release }: PublicationStatus): string {
  const parts = [path, release === undefined ? undefined : `第 ${release} 次发布`];
  return parts.filter((part) => part !== undefined).join(' · ');
}

const shanghai = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
const dayFormat = new Intl.DateTimeFormat('zh-CN', { ...shanghai, dateStyle: 'long' });
const timeFormat = new Intl.DateTimeFormat('zh-CN', { ...shanghai, timeStyle: 'medium' });

function momentOf(iso: string, now: Date): string {
  const at = new Date(iso);
  const time = timeFormat.format(at);
  return dayFormat.format(at) === dayFormat.format(now) ? time : `${dayFormat.format(at)} ${time}`;
}
