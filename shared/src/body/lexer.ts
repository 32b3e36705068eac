/** Markdown ─► tokens: marked with the Chinese fixes and without three rules that hurt Chinese text. */
import { Lexer, Marked, type Token, type TokensList } from 'marked';
import { bareAddress, chineseEmphasis, joinLines, normalise } from './chinese.ts';

const configured = new Marked({
  extensions: [
    {
      /** marked knows `www.` after white space only; Chinese puts none there. */
      name: 'address',
      level: 'inline',
      start: (src) => /(?<![\w.-])www\./i.exec(src)?.index,
      tokenizer: (src) => bareAddress(src),
    },
  ],
  tokenizer: {
    /** Four spaces before a Chinese paragraph are an indent, never code. */
    code: () => undefined,
    /** `8~12点，2~5点` are ranges: only `~~` strikes out. */
    del: (src) => (src.startsWith('~~') ? false : undefined),
    url: (src) => bareAddress(src) ?? false,
    emStrong(src, masked, before = '') {
      if (isTimes(src, before)) return undefined;
      const span = chineseEmphasis(src, masked, before);
      if (span === undefined) return false;
      const { marks, content } = span;
      const raw = src.slice(0, content.length + 2 * marks);
      const tokens = this.lexer.inlineTokens(content);
      if (marks === 1) return { type: 'em', raw, text: content, tokens };
      if (marks === 2) return { type: 'strong', raw, text: content, tokens };
      const strong: Token = { type: 'strong', raw: content, text: content, tokens };
      return { type: 'em', raw, text: content, tokens: [strong] };
    },
  },
});

/** `5*3`: an asterisk between digits or Latin letters multiplies. */
function isTimes(src: string, before: string): boolean {
  return /^\*[0-9A-Za-z]/.test(src) && /[0-9A-Za-z]/.test(before);
}

class ChineseLexer extends Lexer {
  override inlineTokens(src: string, tokens?: Token[]): Token[] {
    return super.inlineTokens(joinLines(src), tokens);
  }
}

/** The tokens of a Markdown text. A new lexer each time: link definitions are kept in it. */
export function tokenize(markdown: string): TokensList {
  return new ChineseLexer(configured.defaults).lex(normalise(markdown));
}
