/**
 * Bodies that were rendered before, in this process. A rendering depends on its text, its options and what it
 * was told about media and links (`body.ts` is pure), so it holds while all of these are the same: the answers
 * are kept beside it and asked for again.
 */
import { type BodyOptions, excerpt, renderBody } from '@xinglin/shared/body/body.js';
import type { BodyContext } from '@xinglin/shared/body/links.js';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { sha256 } from '@xinglin/shared/digest.js';
import { Kept } from '@xinglin/shared/kept.js';

interface Rendered {
  html: string;
  /** What was asked, and the answers' spelling. */
  asked: { about: keyof BodyContext; name: string; answer: string }[];
}

/** Characters: about a thousand bodies, and ten thousand excerpts. Texts are known by their hash, not kept. */
const rendered = new Kept<Rendered>(4_000_000);
const excerpts = new Kept<string>(2_000_000);

/** `renderBody`, at the cost of asking again where nothing changed. */
export function keptBody(markdown: string, context: BodyContext, options: Partial<BodyOptions> = {}): string {
  const key = `${options.base ?? ''} ${options.prefix ?? ''} ${options.onTop ?? ''} ${sha256(markdown)}`;
  const kept = rendered.get(key);
  if (kept?.asked.every(({ about, name, answer }) => spell(context[about](name)) === answer)) {
    return kept.html;
  }
  const asked: Rendered['asked'] = [];
  const noted =
    <About extends keyof BodyContext>(about: About) =>
    (name: string) => {
      const answer = context[about](name) as ReturnType<BodyContext[About]>;
      asked.push({ about, name, answer: spell(answer) });
      return answer;
    };
  const html = renderBody(markdown, { media: noted('media'), link: noted('link') }, options);
  rendered.set(key, { html, asked }, key.length + html.length);
  return html;
}

/** `excerpt`, which depends on nothing but its text and length. */
export function keptExcerpt(markdown: string, max: number): string {
  const key = `${max} ${sha256(markdown)}`;
  const kept = excerpts.get(key);
  if (kept !== undefined) return kept;
  const made = excerpt(markdown, max);
  excerpts.set(key, made, key.length + made.length);
  return made;
}

function spell(answer: ReturnType<BodyContext[keyof BodyContext]>): string {
  return answer === undefined ? '' : canonicalJson(answer);
}
