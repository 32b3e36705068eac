/** Links with the words that carry them. */
import { scanHtml } from './scan-html.ts';
import { unescaped } from './targets.ts';

export interface WordedLink {
  href: string;
  /** What readers see, on one line. */
  text: string;
}

/** Every link of a piece of HTML that holds no link within a link, as sanitised bodies are. */
export function linksIn(html: string): WordedLink[] {
  const links: WordedLink[] = [];
  let open: { href: string; end: number } | undefined;
  scanHtml(html, {
    open(name, attributes, end) {
      if (name !== 'a') return;
      const at = attributes.indexOf('href');
      open = at < 0 || at % 2 === 1 ? undefined : { href: unescaped(attributes[at + 1] as string), end };
    },
    close(name, start) {
      if (name !== 'a' || open === undefined) return;
      links.push({ href: open.href, text: wordsIn(html.slice(open.end, start)) });
      open = undefined;
    },
    ink() {},
  });
  return links;
}

function wordsIn(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}
