/** Refusals in the office's language: which item, which field by its label, and what to do. Pure but for `Labels`. */
import { errors } from '@strapi/utils';
import type { Breach } from './read.ts';

/** The Chinese label of an attribute: `labels('api::article.article', ['sources', 'label'])`. */
export type Labels = (uid: string, attributes: readonly string[]) => string | undefined;

/** Where the contract spells a field otherwise than Strapi does. */
const otherwise: Readonly<Record<string, string>> = {
  status: 'employment',
  pinned: 'pinnedUntil',
  greyscale: 'greyscaleFrom',
  'breadcrumb.prefix': 'breadcrumbPrefix',
  'breadcrumb.separator': 'breadcrumbSeparator',
  'related.departments': 'relatedDepartments',
  'related.doctors': 'relatedDoctors',
  'related.articles': 'relatedArticles',
  'related.consultations': 'relatedConsultations',
  'related.videos': 'relatedVideos',
  'related.diseases': 'relatedDiseases',
  'attachments.media': 'attachments.file',
};

/** What the office is told where an item cannot go live as it is. */
export interface Refusal {
  message: string;
  /** For the edit view, beside the field: each attribute with what is wrong there. */
  fields: { path: string[]; message: string }[];
}

/** Words a refusal. `doing` is what was tried: 发布, 保存. */
export function refusalOf(
  subject: { uid: string; typeName: string; title: string },
  doing: string,
  breaches: readonly Breach[],
  labels: Labels,
): Refusal {
  const found = breaches.map((breach) => {
    const attributes = attributesOf(breach.path);
    const [first = ''] = attributes;
    const message = `${placeWithin(subject.uid, breach, attributes, labels)}${faultOf(breach)}`;
    return { path: [first], message, label: labels(subject.uid, [first]) ?? first };
  });
  const wrong = [...new Set(found.map(({ label, message }) => `“${label}”${message}`))].join('；');
  return {
    message: `${subject.typeName}《${subject.title}》不能${doing}：${wrong}。改好后请再${doing}一次。`,
    fields: found.map(({ path, message }) => ({ path, message })),
  };
}

/** The error that Strapi answers with status 400 and shows in the edit view. */
export function refuse(refusal: Refusal): Error {
  return new errors.ValidationError(refusal.message, {
    errors: refusal.fields.map(({ path, message }) => ({ path, message, name: 'ValidationError' })),
  });
}

function attributesOf(path: readonly (string | number)[]): string[] {
  const names = path.filter((key): key is string => typeof key === 'string');
  return (otherwise[names.join('.')] ?? names.join('.')).split('.');
}

/** Where within a repeated part; nothing where the field itself is meant. */
function placeWithin(uid: string, breach: Breach, attributes: string[], labels: Labels): string {
  const position = breach.path.find((key): key is number => typeof key === 'number');
  if (position === undefined || attributes.length < 2) return '';
  return `第 ${position + 1} 项的“${labels(uid, attributes) ?? attributes.at(-1)}”`;
}

function faultOf(breach: Breach): string {
  if (breach.missing) return '必须填写';
  if (breach.code === 'too_big' && breach.maximum !== undefined) {
    const isText = /character|string/.test(breach.message);
    return isText ? `最多 ${breach.maximum} 个字，请缩短` : `最大是 ${breach.maximum}，请改小`;
  }
  if (breach.code === 'invalid_value' || breach.code === 'invalid_union') return '不是可选的值，请重新选择';
  if (breach.message.includes('twice')) return '把同一项选了两次，请去掉一个';
  if (breach.message.includes('one line')) return '不能换行，请写成一行';
  if (breach.path.at(-1) === 'slug') return '只能用小写字母、数字和单个连字符';
  if (breach.path.at(-1) === 'url') return '不是可用的网址，请以 https:// 或 / 开头';
  return '的内容不合要求，请检查格式';
}
