/** What the dialog 撤下或转移 asks for, and whether it is ready to be sent. Pure. */
import type { PublicationStatus } from '../../../publication/answer.ts';

/** As the contract allows. */
export const longestExplanation = 500;

export type Reason = 'gone' | 'withdrawn' | 'redirect';

/** The body of `POST /xinglin/removal/:type/:documentId`. */
export interface RemovalRequest {
  reason: Reason;
  explanation: string;
  redirectTo: string;
}

/** The ways to take a page off the site, with what each means for readers. */
export const ways: readonly { reason: Reason; label: string; meaning: string }[] = [
  { reason: 'gone', label: '下线', meaning: '从网页、列表和订阅里撤下，打开它的网址会看到“内容已下线”。' },
  { reason: 'withdrawn', label: '撤稿', meaning: '同样撤下，打开它的网址会看到撤稿说明。' },
  { reason: 'redirect', label: '转到另一页', meaning: '同样撤下，打开它的网址会自动转到另一页。' },
];

/** What stands in the dialog when it opens: what was said before, or nothing. */
export function openedWith(status: PublicationStatus): RemovalRequest {
  const { explanation = '', redirectTo = '' } = status;
  const redirected: Reason = redirectTo === '' ? 'gone' : 'redirect';
  return { reason: status.state === '撤稿' ? 'withdrawn' : redirected, explanation, redirectTo };
}

/** Why it cannot be sent yet, or undefined where it can. */
export function missingIn({ reason, explanation, redirectTo }: RemovalRequest): string | undefined {
  if (reason === 'withdrawn' && explanation.trim() === '') return '请写明撤稿说明，读者会看到它。';
  if (reason === 'withdrawn' && explanation.trim().length > longestExplanation) {
    return `撤稿说明最多 ${longestExplanation} 个字，请缩短。`;
  }
  return reason === 'redirect' && redirectTo.trim() === '' ? '请填写或选择要转到哪一页。' : undefined;
}
