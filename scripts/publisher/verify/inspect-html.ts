/** What an HTML page names on this site, and what is wrong with it by itself. */
import { Buffer } from 'node:buffer';
import { type Finding, finding } from './findings.ts';
import { type HeadFacts, HeadReader } from './read-head.ts';
import { scanHtml, type TagVisitor } from './scan-html.ts';
import { addressesIn, type Base, isPlainPath, partsOf, targetOf, unescaped } from './targets.ts';

/** Reads a page once. */
export function inspectHtml(
  body: Uint8Array,
  base: Base,
): { targets: string[]; findings: Finding[]; head: HeadFacts } {
  const html = textOf(body);
  const reading = new Reading(base, new HeadReader(html));
  scanHtml(html, reading);
  return { targets: [...reading.targets], findings: reading.findings(), head: reading.head };
}

/** The places on a page that an address may end with: `#here`. */
export function anchorsOf(body: Uint8Array): ReadonlySet<string> {
  const html = textOf(body);
  const reading = new Reading({ path: '/', publicUrl: 'http://site.invalid' }, new HeadReader(html));
  scanHtml(html, reading);
  return reading.anchors;
}

/** One character a byte: markup is ASCII, and nothing is decoded that nobody looks at. */
export function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
}

/** A part of such a text as what it says. */
export function wordsOf(part: string): string {
  const beyondAscii = /[\x80-\xff]/.test(part);
  return unescaped(beyondAscii ? Buffer.from(part, 'latin1').toString() : part);
}

class Reading implements TagVisitor {
  readonly targets = new Set<string>();
  readonly anchors = new Set<string>();
  readonly head: HeadReader;
  readonly #base: Base;
  readonly #twice = new Set<string>();
  /** Raw values seen: most links of a page stand on it more than once. */
  readonly #seen = new Set<string>();
  /** Text or a picture, on the page and inside its `main`. */
  #ink = false;
  #main: 'none' | 'blank' | 'inked' | 'empty' = 'none';

  constructor(base: Base, head: HeadReader) {
    this.#base = base;
    this.head = head;
  }

  open(name: string, attributes: readonly string[], end: number): void {
    this.head.open(name, attributes, end);
    if (name === 'main' && this.#main === 'none') this.#main = 'blank';
    if (name === 'img' || name === 'video') this.ink();
    for (let at = 0; at < attributes.length; at += 2) {
      const raw = attributes[at + 1] as string;
      switch (attributes[at]) {
        case 'href':
        case 'src':
        case 'poster':
          this.#link(raw);
          break;
        case 'srcset':
        case 'imagesrcset':
          for (const one of addressesIn(raw)) this.#link(one);
          break;
        case 'content':
          // Only full addresses of this site: anything else in a meta element is words.
          if (raw.startsWith(this.#base.publicUrl)) this.#link(raw);
          break;
        case 'id':
          this.#anchor(raw);
          break;
        case 'name':
          if (name === 'a') this.anchors.add(wordsOf(raw));
          break;
      }
    }
  }

  close(name: string): void {
    if (name === 'main' && this.#main === 'blank') this.#main = 'empty';
  }

  ink(): void {
    this.#ink = true;
    if (this.#main === 'blank') this.#main = 'inked';
  }

  findings(): Finding[] {
    const { path } = this.#base;
    const found: Finding[] = [];
    if (!this.#ink) found.push(finding('empty-page', path, `${path} 生成出来是空的。`));
    else if (this.#main === 'empty') {
      found.push(finding('empty-page', path, `${path} 的正文部分（main）生成出来是空的。`));
    }
    for (const id of this.#twice) {
      found.push(
        finding('duplicate-id', path, `${path} 上有两处的 id 都是「${id}」，页内链接只能到第一处。`),
      );
    }
    for (const target of this.targets) {
      const { path: to, anchor } = partsOf(target);
      if (to !== path || anchor === '') continue;
      this.targets.delete(target);
      if (this.anchors.has(anchor) || anchor === 'top') continue;
      found.push(finding('dead-anchor', path, `${path} 上有链接指向本页的「#${anchor}」，页上没有这一处。`));
    }
    return found;
  }

  #link(raw: string): void {
    if (this.#seen.has(raw)) return;
    this.#seen.add(raw);
    const target = isPlainPath(raw) ? raw : targetOf(wordsOf(raw).trim(), this.#base);
    if (target !== undefined) this.targets.add(standalone(target));
  }

  #anchor(raw: string): void {
    const id = wordsOf(raw);
    if (id === '') return;
    if (this.anchors.has(id)) this.#twice.add(id);
    else this.anchors.add(id);
  }
}

/**
 * The same string on its own: a part of a page's text would keep all of it in memory for as long as somebody
 * remembers the part.
 */
function standalone(target: string): string {
  return Buffer.from(target).toString();
}
