/** Looks at one page's bytes, alone: what it names on this site, and what is wrong with it by itself. Pure. */
import { type Finding, finding } from './findings.ts';
import { inspectHtml } from './inspect-html.ts';
import { inspectXml } from './inspect-xml.ts';
import type { HeadFacts } from './read-head.ts';
import type { Base } from './targets.ts';

/** A page as it was rendered. */
export interface PageBytes {
  path: string;
  /** The route's kind. */
  kind: string;
  body: Uint8Array;
}

export interface Inspected {
  /** The places on this site that the page names, each once: `/a/`, `/a/#b`. */
  targets: string[];
  findings: Finding[];
  /** Of HTML pages. */
  head?: HeadFacts;
}

/** `publicUrl` is the site's origin as pages spell it, without a slash at its end. */
export function inspect({ path, body }: Pick<PageBytes, 'path' | 'body'>, publicUrl: string): Inspected {
  if (body.byteLength === 0) {
    return { targets: [], findings: [finding('empty-page', path, `${path} 生成出来是空的。`)] };
  }
  const base: Base = { path, publicUrl };
  if (/(?:\/|\.html)$/.test(path)) return inspectHtml(body, base);
  if (path.endsWith('.xml')) return inspectXml(body, base);
  if (/\.(?:json|webmanifest)$/.test(path)) return inspectJson(body, path);
  return { targets: [], findings: [] };
}

function inspectJson(body: Uint8Array, path: string): Inspected {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return { targets: [], findings: [] };
  } catch (error) {
    const why = (error as Error).message;
    return {
      targets: [],
      findings: [finding('malformed-json', path, `${path} 不是能读的 JSON：${why}`)],
    };
  }
}
