/** Which level and which id each heading of a body gets. */
import type { Token, Tokens } from 'marked';

export interface HeadingOptions {
  /** The level of the body's highest headings: 2 where it stands under the page's title, 3 under a section's. */
  base: 2 | 3;
  /** Parts the ids of several bodies on one page. */
  prefix: string;
}

/**
 * Levels that begin at the base and never skip one, because readers of screen readers walk by them; ids made
 * of the words, so that they survive every edit elsewhere in the text.
 */
export function placeHeadings(
  headings: readonly Tokens.Heading[],
  options: HeadingOptions,
): Map<Token, Place> {
  const shift = options.base - Math.min(...headings.map(({ depth }) => depth));
  const places = new Map<Token, Place>();
  const taken = new Set<string>();
  let previous = options.base - 1;
  for (const heading of headings) {
    const level = Math.min(6, heading.depth + shift, previous + 1);
    previous = level;
    const words = `${options.prefix}-${idWords(textOf(heading.tokens))}`;
    let id = words;
    for (let copy = 2; taken.has(id); copy += 1) id = `${words}-${copy}`;
    taken.add(id);
    places.set(heading, { level, id });
  }
  return places;
}

export interface Place {
  level: number;
  id: string;
}

function idWords(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return Array.from(words).slice(0, 40).join('') || 'part';
}

/** The words inside inline tokens, without pictures. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'image' || token.type === 'html') return '';
      if ('tokens' in token && token.tokens !== undefined) return textOf(token.tokens);
      return 'text' in token ? String(token.text) : '';
    })
    .join('');
}
