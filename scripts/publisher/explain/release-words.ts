/** What releases and their acts are called. */
import type { Cause, ReleaseKind } from '../ports.ts';
import { typeNames } from '../verify/texts.ts';

export const kindNames: Readonly<Record<ReleaseKind, string>> = {
  content: '内容',
  template: '模板更新',
  rollback: '回退',
  removal: '撤下',
  urgent: '紧急',
};

/** 发布新闻「标题」 */
export function actOf({ act, type, title }: Cause): string {
  const name = title.startsWith('（') ? title : `「${title}」`;
  return `${act}${typeNames[type]}${name}`;
}
