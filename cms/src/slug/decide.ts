/** What becomes of a document's slug when it is written. Pure: who holds which slug is asked elsewhere. */
import { slug as slugSchema } from '@xinglin/shared/content/common.js';
import { reservedSegments } from '@xinglin/shared/paths.js';
import { type Reading, slugFrom } from './pinyin.ts';

/** Longest slug made by us; the contract allows 80 characters, an office may type more than we would. */
export const generatedMax = 60;

/** Everything that the decision rests on. */
export interface SlugWrite {
  /** `channel`, `article` …: a channel's page stands at the site's root, where some names are taken. */
  type: string;
  reading: Reading;
  /** What the caller sent: undefined where it said nothing, '' or null where it cleared the field. */
  given: string | null | undefined;
  /** The stored slug and title, and whether readers know the slug. All undefined or false on creation. */
  current: string | undefined;
  previousText: string | undefined;
  known: boolean;
  /** The title or name as it will be after this write. */
  text: string | undefined;
}

export type SlugDecision =
  | { act: 'keep'; slug: string }
  | { act: 'take'; slug: string }
  | { act: 'generate'; base: string }
  | { act: 'none' }
  | { act: 'refuse'; problem: string };

/**
 * One typed is taken or refused; one that readers know stays unless another is typed (then the old one leads on:
 * see publication/addresses.ts); one of ours that nobody knows yet follows the title.
 */
export function decideSlug(write: SlugWrite): SlugDecision {
  const { given, current, known, text } = write;
  if (typeof given === 'string' && given !== '' && given !== current) return decideTyped(write, given);
  if (current !== undefined) {
    const wanted = given === '' || given === null || followsTitle(write, current);
    if (known || !wanted || !text) return { act: 'keep', slug: current };
  }
  return text ? { act: 'generate', base: baseOf(write, text) } : { act: 'none' };
}

function decideTyped(write: SlugWrite, given: string): SlugDecision {
  if (!slugSchema.safeParse(given).success) {
    return {
      act: 'refuse',
      problem: `网址名“${given}”不合格式：只能用小写字母、数字和单个连字符，最多 80 个字符，例如 xin-wen-dong-tai。留空可自动生成。`,
    };
  }
  if (isReserved(write.type, given)) {
    return { act: 'refuse', problem: `网址名“${given}”是网站自用的地址，栏目不能使用，请换一个。` };
  }
  return { act: 'take', slug: given };
}

/** Whether the site itself uses this address. Only channels stand at the root. */
export function isReserved(type: string, slug: string): boolean {
  return type === 'channel' && reservedSegments.has(slug);
}

/** Whether the stored slug is what we made of the old title (perhaps with a number), and the title changed. */
function followsTitle(write: SlugWrite, current: string): boolean {
  const { previousText, text } = write;
  if (!previousText || !text || previousText === text) return false;
  const made = baseOf(write, previousText);
  return current === made || /^-\d+$/.test(current.startsWith(made) ? current.slice(made.length) : '');
}

/** A title of signs only (“——”) has no pinyin: the type's name stands in. */
function baseOf(write: SlugWrite, text: string): string {
  return slugFrom(text, write.reading, generatedMax) || write.type;
}
