/** From Chinese to the Latin letters of a URL. Pure. */
import { customPinyin, pinyin } from 'pinyin-pro';
import { corrections } from './corrections.ts';

customPinyin({ ...corrections });

/** How a text is read: a person's name begins with a surname (单 is Shan, 曾 is Zeng, 任 is Ren). */
export type Reading = 'text' | 'person';

/**
 * The syllables, words and numbers of a text in lower-case ASCII: `重庆3D打印` → chong, qing, 3d, da, yin.
 * Polyphones are read by word; ü is spelled v. Whatever has no Latin spelling is left out.
 */
export function syllables(text: string, reading: Reading = 'text'): string[] {
  const parts = pinyin(text.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    surname: reading === 'person' ? 'head' : 'off',
  });
  return parts.flatMap((part) => plain(part).match(/[a-z0-9]+/g) ?? []);
}

/** The longest slug of at most `max` characters that ends at a syllable's end; '' where nothing is readable. */
export function slugFrom(text: string, reading: Reading, max: number): string {
  return fit(syllables(text, reading), max);
}

/** Shortens a slug to at most `max` characters at a hyphen. */
export function shorten(slug: string, max: number): string {
  return fit(slug.split('-'), max);
}

/** A person's name as full pinyin, syllables parted by spaces: 单小伟 → `shan xiao wei`. */
export function pinyinOfName(name: string): string {
  return syllables(name, 'person').join(' ');
}

function fit(words: readonly string[], max: number): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > max) break;
    slug = longer;
  }
  return slug === '' ? (words[0] ?? '').slice(0, max) : slug;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}
