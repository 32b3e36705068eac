/**
 * Reads an XML document and refuses what XML 1.0 does not allow: a feed reader shows nothing of a feed with one
 * such fault. Without document types, which no feed of ours has. The property test holds it to a parser.
 */

/** What a scan tells of an element when it ends. Raw: character references are left as they are. */
export type ElementVisitor = (name: string, text: string, attributes: readonly [string, string][]) => void;

/** Why a document cannot be read, in Chinese, and where. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

const nameForm = '[A-Za-z_:\\u0080-\\uffff][\\w:.\\-\\u0080-\\uffff]*';
const startTag = new RegExp(
  `<(${nameForm})((?:\\s+${nameForm}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  'y',
);
const endTag = new RegExp(`</(${nameForm})\\s*>`, 'y');
const attribute = new RegExp(`(${nameForm})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const declaration = /<\?xml\s+version\s*=\s*["']1\.\d["'][^?>]*\?>/y;
const instruction = /<\?(?!xml[\s?])[A-Za-z_:][^?]*(?:\?(?!>)[^?]*)*\?>/y;
const comment = /<!--(?:(?!--)[\s\S])*-->/y;
const characterData = /<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>/y;
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot carry
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

interface Open {
  name: string;
  attributes: [string, string][];
  text: string;
}

/** @throws XmlFault */
export function scanXml(xml: string, visit: ElementVisitor): void {
  const bad = unspeakable.exec(xml);
  if (bad !== null) throw fault(xml, bad.index, '有 XML 不能有的控制字符');
  new Scan(xml.startsWith('\ufeff') ? xml.slice(1) : xml, visit).run();
}

class Scan {
  readonly #xml: string;
  readonly #visit: ElementVisitor;
  readonly #open: Open[] = [];
  #rooted = false;
  #at = 0;

  constructor(xml: string, visit: ElementVisitor) {
    this.#xml = xml;
    this.#visit = visit;
  }

  run(): void {
    this.#take(declaration);
    while (this.#at < this.#xml.length) {
      const open = this.#xml.indexOf('<', this.#at);
      const end = open < 0 ? this.#xml.length : open;
      if (end > this.#at) this.#words(this.#xml.slice(this.#at, end));
      this.#at = end;
      if (open >= 0) this.#markup();
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) throw this.#fault(`<${unclosed.name}> 没有结束`);
    if (!this.#rooted) throw this.#fault('没有内容');
  }

  #words(words: string): void {
    const inside = this.#open.at(-1);
    if (inside === undefined) {
      if (/[^\s]/.test(words)) throw this.#fault('根元素外面有文字');
      return;
    }
    if (words.includes('&') && reference.test(words)) throw this.#fault('有没有转义的 &');
    if (words.includes(']]>')) throw this.#fault('文字里有 ]]>');
    inside.text += words;
  }

  #markup(): void {
    if (this.#plainEnd() || this.#plainStart()) return;
    const start = this.#take(startTag);
    const end = start === undefined ? this.#take(endTag) : undefined;
    if (start !== undefined) this.#begin(start);
    else if (end !== undefined) this.#end(end[1] as string);
    else if (!this.#data() && !this.#take(comment) && !this.#take(instruction)) {
      throw this.#fault(`「${this.#xml.slice(this.#at, this.#at + 30)}」不是完整的标记`);
    }
  }

  /** Nearly all markup is `<name>` and its `</name>`, and takes no regular expression. */
  #plainEnd(): boolean {
    const inside = this.#open.at(-1);
    if (inside === undefined || this.#xml.charCodeAt(this.#at + 1) !== 47) return false;
    const end = this.#at + 2 + inside.name.length;
    if (this.#xml.charCodeAt(end) !== 62 || !this.#xml.startsWith(inside.name, this.#at + 2)) return false;
    this.#at = end + 1;
    this.#end(inside.name);
    return true;
  }

  #plainStart(): boolean {
    let end = this.#at + 1;
    while (isLowerCase(this.#xml.charCodeAt(end))) end += 1;
    if (end === this.#at + 1 || this.#xml.charCodeAt(end) !== 62 || this.#open.length === 0) return false;
    this.#open.push({ name: this.#xml.slice(this.#at + 1, end), attributes: [], text: '' });
    this.#at = end + 1;
    return true;
  }

  /** Text that holds no markup; its meaning is kept by spelling it as text. */
  #data(): boolean {
    const inside = this.#open.at(-1);
    const found = inside && this.#take(characterData);
    if (inside === undefined || found === undefined) return false;
    inside.text += found[1]?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return true;
  }

  #begin([, name = '', list = '', empty]: RegExpExecArray): void {
    if (this.#open.length === 0 && this.#rooted) throw this.#fault('有两个根元素');
    this.#rooted = true;
    const attributes = Array.from(list.matchAll(attribute), ([, key = '', double, single]) => {
      const value = double ?? single ?? '';
      if (reference.test(value)) throw this.#fault(`<${name}> 的 ${key} 里有没有转义的 &`);
      return [key, value] as [string, string];
    });
    if (new Set(attributes.map(([key]) => key)).size < attributes.length) {
      throw this.#fault(`<${name}> 有重复的属性`);
    }
    this.#open.push({ name, attributes, text: '' });
    if (empty === '/') this.#end(name);
  }

  #end(name: string): void {
    const open = this.#open.pop();
    if (open?.name !== name) throw this.#fault(`</${name}> 没有对应的开始`);
    this.#visit(name, open.text, open.attributes);
  }

  #take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#xml) ?? undefined;
    if (found !== undefined) this.#at = form.lastIndex;
    return found;
  }

  #fault(why: string): XmlFault {
    return fault(this.#xml, this.#at, why);
  }
}

function isLowerCase(code: number): boolean {
  return code > 96 && code < 123;
}

function fault(xml: string, at: number, why: string): XmlFault {
  return new XmlFault(`第 ${xml.slice(0, at).split('\n').length} 行${why}`);
}
