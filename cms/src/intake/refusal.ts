/** Why a document is refused, in the office's words. */
import type { Attribute } from '../model/models.ts';
import { xinglinOf } from '../model/models.ts';

/** A document that cannot be taken in: nothing of it was written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** What Strapi's validation throws: `details.errors` where several fields are wrong. */
interface StrapiError {
  name: string;
  message: string;
  details?: { errors?: readonly { path?: readonly (string | number)[]; message: string }[] };
}

const translations: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/must be defined|is required|cannot be (?:null|blank)|must not be null/i, () => '必须填写'],
  [/must be at most (\d+) characters/i, (match) => `最多 ${match[1]} 个字`],
  [/must be at least (\d+) characters/i, (match) => `至少 ${match[1]} 个字`],
  [/must (?:be greater than or equal to|be at least) (-?\d+)/i, (match) => `不能小于 ${match[1]}`],
  [/must be less than or equal to (-?\d+)/i, (match) => `不能大于 ${match[1]}`],
  [/field must have at least (\d+) items?/i, (match) => `至少要有 ${match[1]} 项`],
  [/must match the following/i, () => '格式不对'],
  [/must be one of the following values: (.+)/i, (match) => `只能是：${match[1]?.replaceAll(', ', '、')}`],
  [/must be unique|unique constraint/i, () => '已被别的内容使用'],
  [/^File type '(.+)' is not allowed$/, (match) => `不能上传这种文件（${match[1]}）`],
  [/^MIME type is not allowed$|^Cannot verify file type/, () => '不能上传这种文件'],
  [/^File name contains invalid characters$/, () => '文件名里有不能用的字符'],
  [/^File is not a valid image$/, () => '图片已损坏，无法打开'],
  [/exceeds size limit of (.+)\.$/, (match) => `文件太大，最多 ${match[1]}`],
  [/must be a `?(\w+)`? type/i, (match) => `类型不对，应为 ${match[1]}`],
];

/** The error as one Chinese sentence; undefined where it is no refusal but a fault of ours. */
export function reasonOf(error: unknown, attributes: Record<string, Attribute>): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (!isStrapiError(error)) return undefined;
  const errors = error.details?.errors ?? [];
  if (errors.length === 0) return translate(error.message);
  return errors
    .map(({ path = [], message }) => `「${labelOf(path, attributes)}」${translate(message)}`)
    .join('；');
}

/** Validation, policy and application errors: what Strapi says to the one who asks. */
function isStrapiError(error: unknown): error is StrapiError {
  if (!(error instanceof Error)) return false;
  return [
    'ValidationError',
    'YupValidationError',
    'ApplicationError',
    'PolicyError',
    'ForbiddenError',
    'PayloadTooLargeError',
  ].includes(error.name);
}

/** Our own gates already speak Chinese; Strapi's words that we do not know are passed on as they are. */
function translate(message: string): string {
  if (/\p{Script=Han}/u.test(message)) return message;
  for (const [pattern, say] of translations) {
    const match = pattern.exec(message);
    if (match !== null) return say(match);
  }
  return message;
}

function labelOf(path: readonly (string | number)[], attributes: Record<string, Attribute>): string {
  const [first = '', ...rest] = path.map(String);
  const attribute = attributes[first];
  const label = attribute === undefined ? first : (xinglinOf(attribute).label ?? first);
  return [label, ...rest].join(' › ');
}
