/** What a feed or the sitemap names on this site, and whether machines can read it. */
import { type Finding, finding } from './findings.ts';
import { scanXml, XmlFault } from './scan-xml.ts';
import { type Base, targetOf, unescaped } from './targets.ts';

/** Elements whose text is an address: RSS 2.0 and the sitemap protocol. */
const addressed: ReadonlySet<string> = new Set(['guid', 'link', 'loc', 'url']);

/** Attributes that hold one: `atom:link`, `enclosure`, `media:content`. */
const addressing: ReadonlySet<string> = new Set(['href', 'url']);

/** Reads a document once. */
export function inspectXml(body: Uint8Array, base: Base): { targets: string[]; findings: Finding[] } {
  const targets = new Set<string>();
  const take = (raw: string) => {
    const address = unescaped(raw).trim();
    // Feeds are read away from the site: what is no full address of this site leads nowhere on it.
    const target = address.startsWith(base.publicUrl) ? targetOf(address, base) : undefined;
    if (target !== undefined) targets.add(target);
  };
  try {
    scanXml(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body),
      (name, text, attributes) => {
        if (addressed.has(name)) take(text);
        for (const [key, value] of attributes) if (addressing.has(key)) take(value);
      },
    );
    return { targets: [...targets], findings: [] };
  } catch (error) {
    const why = error instanceof XmlFault ? error.message : '不是 UTF-8';
    if (!(error instanceof XmlFault || error instanceof TypeError)) throw error;
    const text = `${base.path} 不是能读的 XML（${why}），订阅和搜索引擎会读不出来。`;
    return { targets: [], findings: [finding('malformed-xml', base.path, text)] };
  }
}
