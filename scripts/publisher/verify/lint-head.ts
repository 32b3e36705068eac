/** Holds a page's head to its rules: a missing or wrong tag keeps the page from replacing the one that is live. */
import { type Finding, finding } from './findings.ts';
import { type HeadContext, type HeadScope, headRules } from './head-rules.ts';
import { wordsOf } from './inspect-html.ts';
import type { HeadFacts } from './read-head.ts';

/** Kinds of pages that no search engine keeps: errors, and what stands at addresses that were given up. */
const errors: ReadonlySet<string> = new Set(['gone', 'moved', 'not-found', 'removed', 'withdrawn']);

/** Kinds of pages that are content of their own, as the guide means it: with a title, a date and a source. */
const contents: ReadonlySet<string> = new Set(['article', 'consultation', 'notice', 'page', 'video']);

const scopesOf = (kind: string): ReadonlySet<HeadScope> => {
  if (errors.has(kind)) return new Set(['every']);
  return new Set(contents.has(kind) ? ['every', 'indexed', 'content'] : ['every', 'indexed']);
};

/** At most one finding, which names everything that is wrong. `publicUrl` has no slash at its end. */
export function lintHead(
  { path, kind }: { path: string; kind: string },
  head: HeadFacts,
  publicUrl: string,
): Finding[] {
  const scopes = scopesOf(kind);
  const context: HeadContext = {
    host: URL.parse(publicUrl)?.host ?? '',
    address: `${publicUrl}${path}`,
    tag: (name) => head.meta.get(name.toLowerCase())?.[0],
  };
  const wrong = headRules.flatMap(({ tag, scope, wrong }) => {
    if (!scopes.has(scope)) return [];
    const [value, ...more] = head.meta.get(tag.toLowerCase()) ?? [];
    if (value === undefined) return [`缺少 ${tag}`];
    if (more.length > 0) return [`${tag} 有 ${more.length + 1} 个`];
    const why = wrong(value, context);
    return why === undefined ? [] : [`${tag}「${wordsOf(value)}」${why}`];
  });
  if (head.title === undefined || head.title.trim() === '') wrong.push('缺少标题 title');
  if (scopes.has('indexed')) wrong.push(...addressProblems(head, context), ...graphProblems(head));
  if (wrong.length === 0) return [];
  return [finding('bad-head', path, `${path} 的页头不合要求：${wrong.join('；')}。`)];
}

function addressProblems({ canonical }: HeadFacts, { address }: HeadContext): string[] {
  if (canonical.length !== 1) return [`规范网址 canonical 有 ${canonical.length} 个，应有 1 个`];
  return canonical[0] === address ? [] : [`规范网址 canonical「${canonical[0]}」不是本页网址`];
}

/** One script that any JSON reader can read, and that says something. */
function graphProblems({ graphs }: HeadFacts): string[] {
  if (graphs.length !== 1) return [`结构化数据（JSON-LD）有 ${graphs.length} 段，应有 1 段`];
  try {
    const data = JSON.parse(graphs[0] as string) as { '@context'?: unknown; '@graph'?: unknown };
    const says = Array.isArray(data['@graph']) && data['@graph'].length > 0;
    return says && data['@context'] === 'https://schema.org' ? [] : ['结构化数据（JSON-LD）是空的'];
  } catch {
    // Why it cannot be read says nothing to an office; that it cannot is the finding.
    return ['结构化数据（JSON-LD）不是能读的 JSON'];
  }
}
