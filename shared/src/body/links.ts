/** Where a link inside a body may lead. */
import { isLost } from '../pictures.ts';
import { isPictureFile, type ResolveMedia } from './figures.ts';

/** What the world outside says about a body's references. */
export interface BodyContext {
  /** What `media:<id>` stands for. Nothing is shown of a file that is unknown. */
  media: ResolveMedia;
  /** Where a path on this site leads now; undefined where nothing is there: the link's text stays as text. */
  link(path: string): string | undefined;
}

/**
 * A link's target: a file, a path on this site that exists, or an http(s), mailto or tel address. Anything
 * else is undefined, and its text stays as text: other schemes, protocol-relative addresses, addresses with
 * white space, control characters or backslashes (which browsers read as slashes).
 */
export function hrefOf(
  href: string,
  { media, link }: BodyContext,
): { href: string; download?: string } | undefined {
  if (!/^[\x21-\x5b\x5d-\x7e\u00a1-\u1fff\u2030-\ud7ff\uf900-\uffef]+$/u.test(href)) return undefined;
  const id = /^media:([a-z0-9]+)$/.exec(href)?.[1];
  if (id !== undefined) {
    const file = media(id);
    if (file === undefined) return undefined;
    if (!isPictureFile(file)) return { href: file.path, download: file.name };
    return isLost(file) ? undefined : { href: file.src };
  }
  if (href.startsWith('/')) {
    const target = href.startsWith('//') ? undefined : link(href);
    return target === undefined ? undefined : { href: target };
  }
  if (/^(?:mailto|tel):./i.test(href)) return { href };
  return /^https?:\/\/[^/]/i.test(href) && URL.canParse(href) ? { href } : undefined;
}
